package org.footfall.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.footfall.account.Account;
import org.footfall.account.Accounts;
import org.footfall.account.ApiToken;
import org.footfall.account.Right;
import org.footfall.app.FirstAccount;
import org.footfall.site.SiteId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code footfall user}. */
@Command(name = "user", description = "Accounts of people, their passwords, rights and tokens.")
final class UserCommand extends GroupCommand {
  private static final int MAX_LINE = 1_000;

  /** Where a password comes from. */
  static final class PasswordSource {
    @Option(names = "--generate", description = "Draw a password and print it.")
    boolean generate;

    @Option(names = "--stdin", description = "Take the first line of standard input.")
    boolean stdin;
  }

  @Command(
      name = "add",
      description = "Adds an account; asks for its password unless told where to take it from.",
      footer = {
        "",
        "Examples:",
        "  footfall user add anna --email anna@example.org",
        "  footfall user add boss --superuser --generate"
      })
  int add(
      @Parameters(paramLabel = "LOGIN", description = "2 to 100 letters, digits, _.@+-")
          String login,
      @Option(names = "--email", paramLabel = "ADDRESS", defaultValue = "", description = "E-mail.")
          String email,
      @Option(names = "--superuser", description = "May do everything.") boolean superuser,
      @ArgGroup(exclusive = true) PasswordSource source)
      throws Exception {
    try (Installation installation = open()) {
      String password = password(source);
      installation.accounts().add(login, email, password, superuser);
      announce(source, password);
      return 0;
    }
  }

  @Command(
      name = "passwd",
      description = "Gives an account a new password.",
      footer = {
        "",
        "Examples:",
        "  footfall user passwd anna",
        "  footfall user passwd admin --generate"
      })
  int passwd(
      @Parameters(paramLabel = "LOGIN", description = "Whose.") String login,
      @ArgGroup(exclusive = true) PasswordSource source)
      throws Exception {
    try (Installation installation = open()) {
      Accounts accounts = installation.accounts();
      known(accounts, login);
      String password = password(source);
      accounts.setPassword(login, password);
      announce(source, password);
      return 0;
    }
  }

  @Command(
      name = "token",
      description = {
        "Makes a token for the APIs and prints it; it cannot be shown again.",
        "With --import it takes a token that clients use already (32 hexadecimal digits) from"
            + " standard input instead."
      },
      footer = {
        "",
        "Examples:",
        "  footfall user token anna --name \"nightly export\"",
        "  echo 0123456789abcdef0123456789abcdef | footfall user token anna --import"
      })
  int token(
      @Parameters(paramLabel = "LOGIN", description = "Whose.") String login,
      @Option(
              names = "--name",
              paramLabel = "TEXT",
              defaultValue = "made on the command line",
              description = "What it is for.")
          String name,
      @Option(names = "--secure-only", description = "Refuse it in addresses.") boolean secureOnly,
      @Option(names = "--import", description = "Take one over.") boolean imported)
      throws Exception {
    try (Installation installation = open()) {
      Accounts accounts = installation.accounts();
      if (imported) {
        accounts.importToken(login, line(), name);
      } else {
        out().println(accounts.createToken(login, name, secureOnly, null));
      }
      return 0;
    }
  }

  @Command(
      name = "tokens",
      description = "Lists an account's tokens, without what is secret of them.",
      footer = {"", "Example:", "  footfall user tokens anna"})
  int tokens(@Parameters(paramLabel = "LOGIN", description = "Whose.") String login)
      throws Exception {
    try (Installation installation = open()) {
      TextTable table = new TextTable("id", "name", "made", "last used");
      for (ApiToken token : installation.accounts().tokens(login)) {
        Object used = token.lastUsedAt() == null ? "never" : token.lastUsedAt();
        table.row(token.id(), token.description(), token.createdAt(), used);
      }
      table.print(out());
      return 0;
    }
  }

  @Command(
      name = "end-token",
      description = "Ends a token; whoever uses it is refused from then on.",
      footer = {"", "Example:", "  footfall user end-token anna 3fa94c01"})
  int endToken(
      @Parameters(paramLabel = "LOGIN", description = "Whose.") String login,
      @Parameters(paramLabel = "ID", description = "As footfall user tokens shows it.") String id)
      throws Exception {
    try (Installation installation = open()) {
      installation.accounts().endToken(login, id);
      return 0;
    }
  }

  @Command(
      name = "revoke",
      description = "Takes away an account's rights on a site.",
      footer = {"", "Example:", "  footfall user revoke anna 1"})
  int revoke(
      @Parameters(paramLabel = "LOGIN", description = "Whose.") String login,
      @Parameters(paramLabel = "SITE", description = "The site's number.") int site)
      throws Exception {
    try (Installation installation = open()) {
      installation.accounts().revoke(login, new SiteId(site));
      return 0;
    }
  }

  @Command(
      name = "grant",
      description = "Gives an account a right on a site, instead of the one it had.",
      footer = {"", "Example:", "  footfall user grant anna 1 view"})
  int grant(
      @Parameters(paramLabel = "LOGIN", description = "Whose.") String login,
      @Parameters(paramLabel = "SITE", description = "The site's number.") int site,
      @Parameters(paramLabel = "RIGHT", description = "${COMPLETION-CANDIDATES}") Right right)
      throws Exception {
    try (Installation installation = open()) {
      SiteId id = new SiteId(site);
      if (installation.sites().find(id).isEmpty()) {
        throw new Refusal("There is no site " + site + "; footfall site list shows them.");
      }
      installation.accounts().grant(login, id, right);
      return 0;
    }
  }

  @Command(
      name = "list",
      description = "Lists all accounts.",
      footer = {"", "Example:", "  footfall user list"})
  int list() throws Exception {
    try (Installation installation = open()) {
      TextTable table = new TextTable("login", "email", "superuser", "rights");
      for (Account account : installation.accounts().all()) {
        table.row(
            account.login(),
            account.email(),
            account.superuser() ? "yes" : "no",
            account.superuser() ? "all" : account.rights());
      }
      table.print(out());
      return 0;
    }
  }

  private static void known(Accounts accounts, String login) throws Refusal {
    if (accounts.find(login).isEmpty()) {
      throw new Refusal("There is no account " + login + "; footfall user list shows them.");
    }
  }

  private void announce(PasswordSource source, String password) {
    if (source != null && source.generate) {
      out().println(password);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // From JDK 22 on, it reads standard input instead.
  private static String password(PasswordSource source) throws Refusal, IOException {
    if (source != null && source.generate) {
      return FirstAccount.drawPassword();
    }
    if (source != null && source.stdin) {
      return line();
    }
    Console console = System.console();
    if (console == null) {
      throw new Refusal("There is no terminal to ask for a password: give --stdin or --generate.");
    }
    char[] first = console.readPassword("New password: ");
    char[] second = console.readPassword("Once more: ");
    if (first == null || second == null || !String.valueOf(first).equals(String.valueOf(second))) {
      throw new Refusal("The two were not the same; nothing was changed.");
    }
    return String.valueOf(first);
  }

  private static String line() throws Refusal, IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < MAX_LINE; c = in.read()) {
      line.append((char) c);
    }
    if (line.toString().isBlank()) {
      throw new Refusal("Standard input was empty.");
    }
    return line.toString().strip();
  }
}
