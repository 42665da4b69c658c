package org.footfall.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.footfall.ingest.BotRequests;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.visitlog.LogFormat;
import org.footfall.visitlog.LogPrinter;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code footfall log}. */
@Command(
    name = "log",
    description = "Prints and exports what the visit log holds.",
    subcommands = LogExportCommand.class)
final class LogCommand extends GroupCommand {
  /** Which site, and how its rows are printed. */
  static final class Shape {
    @Parameters(index = "0", paramLabel = "SITE", description = "The site's number.")
    int site;

    @Option(
        names = "--format",
        defaultValue = "text",
        paramLabel = "FORMAT",
        description = "${COMPLETION-CANDIDATES} (default: text).")
    LogFormat format;

    @Option(
        names = "--personal",
        description = "Also columns that tell who somebody is (addresses, user ids).")
    boolean personal;
  }

  /** Which days. */
  static final class Days {
    @Option(names = "--from", paramLabel = "DAY", description = "First day (default: today).")
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day (default: the first).")
    LocalDate to;

    @Option(
        names = "--limit",
        defaultValue = "1000",
        paramLabel = "N",
        description = "Most rows (default: ${DEFAULT-VALUE}).")
    int limit;
  }

  private interface Work {
    int print(LogPrinter printer, LocalDate today);
  }

  @Command(
      name = "visits",
      description = "Prints visits, a row each.",
      footer = {
        "",
        "Examples:",
        "  footfall log visits 1",
        "  footfall log visits 1 --from 2026-03-01 --to 2026-03-31 --format csv"
      })
  int visits(@Mixin Shape shape, @Mixin Days days) throws Exception {
    return print(
        shape,
        (printer, today) ->
            printer.visits(shape.site, first(days, today), last(days, today), days.limit));
  }

  @Command(
      name = "actions",
      description = "Prints actions (page views and more), a row each.",
      footer = {
        "",
        "Examples:",
        "  footfall log actions 1",
        "  footfall log actions 1 --format json"
      })
  int actions(@Mixin Shape shape, @Mixin Days days) throws Exception {
    return print(
        shape,
        (printer, today) ->
            printer.actions(shape.site, first(days, today), last(days, today), days.limit));
  }

  @Command(
      name = "tail",
      description = "Prints the latest actions.",
      footer = {"", "Example:", "  footfall log tail 1 -n 5"})
  int tail(
      @Mixin Shape shape,
      @Option(
              names = "-n",
              defaultValue = "10",
              paramLabel = "N",
              description = "How many (default: ${DEFAULT-VALUE}).")
          int count)
      throws Exception {
    return print(shape, (printer, today) -> printer.tail(shape.site, today, count));
  }

  @Command(
      name = "bots",
      description = {
        "Prints what crawlers fetched: how often each came, or what one of them fetched.",
        "Crawlers make no visits, so this is in no other report."
      },
      footer = {
        "",
        "Examples:",
        "  footfall log bots 1 --from 2026-03-01 --to 2026-03-31",
        "  footfall log bots 1 --bot GPTBot"
      })
  int bots(
      @Parameters(index = "0", paramLabel = "SITE", description = "The site's number.") int number,
      @Mixin Days days,
      @Option(
              names = "--bot",
              paramLabel = "NAME",
              description = "The addresses that this one fetched.")
          String bot)
      throws Exception {
    try (Installation installation = open()) {
      Site site = site(installation, number);
      LocalDate today = site.zones().dayOf(installation.clock().instant());
      LocalDate from = first(days, today);
      LocalDate to = last(days, today);
      BotRequests requests = new BotRequests(installation.database());
      TextTable table =
          new TextTable(
              bot == null ? "bot" : "address", "requests", "addresses", "bytes", "last request");
      for (BotRequests.Fetched one :
          bot == null
              ? requests.bots(site.id(), from, to, days.limit)
              : requests.addresses(site.id(), bot, from, to, days.limit)) {
        table.row(
            one.what().isEmpty() ? "(others)" : one.what(),
            one.requests(),
            one.addresses(),
            one.bytes(),
            one.last().truncatedTo(ChronoUnit.SECONDS));
      }
      table.print(out());
      return 0;
    }
  }

  private static Site site(Installation installation, int number) throws Refusal {
    return installation
        .sites()
        .find(new SiteId(number))
        .orElseThrow(
            () -> new Refusal("There is no site " + number + "; footfall site list shows them."));
  }

  private int print(Shape shape, Work work) throws Exception {
    try (Installation installation = open()) {
      Site site = site(installation, shape.site);
      LogReader log =
          new LogReader(installation.database(), installation.config().get(LogSettings.CACHE));
      LogPrinter printer = new LogPrinter(log, shape.format, shape.personal, out());
      int unused = work.print(printer, site.zones().dayOf(installation.clock().instant()));
      out().flush();
      return 0;
    }
  }

  private static LocalDate first(Days days, LocalDate today) {
    return Optional.ofNullable(days.from).or(() -> Optional.ofNullable(days.to)).orElse(today);
  }

  private static LocalDate last(Days days, LocalDate today) {
    return Optional.ofNullable(days.to).orElse(first(days, today));
  }
}
