package org.footfall.cli;

import java.time.Duration;
import org.footfall.queue.QueueAdmin;
import org.footfall.queue.QueueSettings;
import org.footfall.site.InstanceSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code footfall queue}. */
@Command(name = "queue", description = "Looks into the queue of hits that wait to be processed.")
final class QueueCommand extends GroupCommand {
  @Command(
      name = "status",
      description = "Counts the hits that wait, by shard, with the age of the oldest.",
      footer = {"", "Example:", "  footfall queue status"})
  int status() throws Exception {
    try (Installation installation = open()) {
      QueueAdmin.Status status = admin(installation).status();
      TextTable table = new TextTable("shard", "in", "entries", "hits", "oldest", "kB");
      for (QueueAdmin.ShardStatus shard : status.shards()) {
        table.row(
            shard.shard(),
            shard.inSpool() ? "spool" : "Redis",
            shard.entries(),
            shard.hits(),
            seconds(shard.oldest()),
            (shard.bytes() + 1023) / 1024);
      }
      if (!status.shards().isEmpty()) {
        table.print(out());
      }
      out().println(status.hits() + " hits wait, those stored within the last minute included.");
      if (status.setAside() > 0) {
        out()
            .println(
                status.setAside()
                    + " broken places of the spool were set aside; footfall queue replay takes what"
                    + " can be read of them.");
      }
      return 0;
    }
  }

  @Command(
      name = "replay",
      description = {
        "Puts hits that can still be read in broken places of the spool into the queue again.",
        "Those that were processed before the damage are counted twice. Where the spool is the"
            + " queue, the server must be stopped."
      },
      footer = {"", "Example:", "  footfall queue replay"})
  int replay() throws Exception {
    try (Installation installation = open()) {
      QueueAdmin.Replayed replayed = admin(installation).replay();
      out()
          .println(
              replayed.hits()
                  + " hits of "
                  + replayed.places()
                  + " places are in the queue again; "
                  + replayed.unreadable()
                  + " places could not be read and stay where they are.");
      return 0;
    }
  }

  @Command(
      name = "drop",
      description = "Removes all hits that wait, for good. The server must be stopped.",
      footer = {"", "Example:", "  footfall queue drop --yes"})
  int drop(@Option(names = "--yes", description = "Really.") boolean really) throws Exception {
    try (Installation installation = open()) {
      QueueAdmin admin = admin(installation);
      if (!really) {
        throw new Refusal(
            "This would remove "
                + admin.status().hits()
                + " hits for good. If you mean it: footfall queue drop --yes");
      }
      out().println(admin.drop() + " hits were removed.");
      return 0;
    }
  }

  private static QueueAdmin admin(Installation installation) {
    int shards = installation.settings().load().number(InstanceSetting.SHARDS);
    return new QueueAdmin(QueueSettings.of(installation.config()), shards, installation.clock());
  }

  private static String seconds(Duration age) {
    return age.toSeconds() + " s";
  }
}
