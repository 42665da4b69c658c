package org.footfall.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code footfall site}. */
@Command(name = "site", description = "Adds and lists the web sites and apps that are measured.")
final class SiteCommand extends GroupCommand {
  @Command(
      name = "add",
      description = "Adds a web site and prints its number, the idsite of the tracking code.",
      footer = {
        "",
        "Example:",
        "  footfall site add \"My shop\" https://shop.example --timezone Europe/Berlin"
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "How people call it.") String name,
      @Parameters(paramLabel = "URL", description = "Its main address.") String url,
      @Option(
              names = "--timezone",
              paramLabel = "ZONE",
              defaultValue = "UTC",
              description = "When its days begin, such as Europe/Berlin (default: UTC).")
          String zone)
      throws Exception {
    if (name.isBlank() || !url.matches("(?i)https?://[^\\s/]+.*")) {
      throw new Refusal("A site needs a name and an address that begins with http:// or https://.");
    }
    try (Installation installation = open()) {
      SiteId id =
          installation
              .sites()
              .add(NewSite.website(name.strip(), url, zone(zone), installation.clock().instant()));
      out().println(id);
      return 0;
    }
  }

  @Command(
      name = "list",
      description = "Lists all sites.",
      footer = {"", "Example:", "  footfall site list"})
  int list() throws Exception {
    try (Installation installation = open()) {
      TextTable table = new TextTable("id", "name", "address", "timezone", "added");
      for (Site site : installation.sites().all()) {
        table.row(
            site.id(),
            site.name(),
            site.mainUrl(),
            site.zones().current(),
            site.zones().dayOf(site.createdAt()));
      }
      table.print(out());
      return 0;
    }
  }

  private static ZoneId zone(String name) throws Refusal {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Refusal("There is no time zone " + name + "; one is called Europe/Berlin.");
    }
  }
}
