package org.footfall.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.footfall.ingest.RejectedRequests;
import org.footfall.queue.QueueAdmin;
import org.footfall.queue.QueueOptions;
import org.footfall.queue.QueueSettings;
import org.footfall.queue.ReplayWriter;
import org.footfall.site.InstanceSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code footfall queue}. */
@Command(name = "queue", description = "Looks into the queue of hits that wait to be processed.")
final class QueueCommand extends GroupCommand {
  private static final int LISTED = 1_000;

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
      long rejected = rejected(installation).count();
      if (rejected > 0) {
        out()
            .println(
                rejected
                    + " hits could not be processed; footfall queue rejected tells why, and footfall"
                    + " queue replay has them tried again.");
      }
      return 0;
    }
  }

  @Command(
      name = "rejected",
      description = "Lists hits that could not be processed, with the reason.",
      footer = {"", "Example:", "  footfall queue rejected"})
  int rejected() throws Exception {
    try (Installation installation = open()) {
      TextTable table = new TextTable("id", "site", "when", "replay begun", "reason");
      for (RejectedRequests.Entry entry : rejected(installation).list(0, LISTED)) {
        String begun = entry.replayBegun().map(Instant::toString).orElse("");
        table.row(entry.id(), entry.site(), entry.rejectedAt(), begun, entry.reason());
      }
      table.print(out());
      return 0;
    }
  }

  @Command(
      name = "replay",
      description = {
        "Puts hits that could not be processed, and those that can still be read in broken places"
            + " of the spool, into the queue again.",
        "Hits of broken places that were processed before the damage are counted twice. Where the"
            + " spool is the queue, the server must be stopped.",
        "A hit of which a replay began that did not come to its end may be in the queue already; it"
            + " is replayed only by its id."
      },
      footer = {"", "Examples:", "  footfall queue replay", "  footfall queue replay 17 18"})
  int replay(
      @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these rejected hits.")
          List<Long> ids)
      throws Exception {
    try (Installation installation = open()) {
      if (ids != null) {
        return replay(installation, ids);
      }
      QueueAdmin.Replayed replayed = admin(installation).replay();
      out()
          .println(
              replayed.hits()
                  + " hits of "
                  + replayed.places()
                  + " places are in the queue again; "
                  + replayed.unreadable()
                  + " places could not be read and stay where they are.");
      RejectedRequests rejected = rejected(installation);
      if (rejected.count() > 0) {
        try (ReplayWriter queue = writer(installation)) {
          int hits = rejected.replayAll(queue);
          out().println(hits + " hits that could not be processed are in the queue again.");
        }
      }
      return 0;
    }
  }

  private int replay(Installation installation, List<Long> ids) throws Exception {
    RejectedRequests rejected = rejected(installation);
    try (ReplayWriter queue = writer(installation)) {
      for (long id : ids) {
        if (!rejected.replay(id, queue)) {
          throw noHit(id);
        }
        out().println("Hit " + id + " is in the queue again.");
      }
    }
    return 0;
  }

  private static Refusal noHit(long id) {
    return new Refusal("There is no rejected hit " + id + "; footfall queue rejected lists them.");
  }

  @Command(
      name = "drop",
      description = "Removes all hits that wait, for good. The server must be stopped.",
      footer = {
        "",
        "Examples:",
        "  footfall queue drop --yes",
        "  footfall queue drop --rejected",
        "  footfall queue drop 17"
      })
  int drop(
      @Parameters(arity = "0..*", paramLabel = "ID", description = "Only these rejected hits.")
          List<Long> ids,
      @Option(names = "--yes", description = "Really.") boolean really,
      @Option(
              names = "--rejected",
              description = "Only those that could not be processed; the server may run.")
          boolean onlyRejected)
      throws Exception {
    try (Installation installation = open()) {
      if (ids != null) {
        for (long id : ids) {
          if (!rejected(installation).drop(id)) {
            throw noHit(id);
          }
          out().println("Hit " + id + " was removed.");
        }
        return 0;
      }
      if (onlyRejected) {
        out().println(rejected(installation).dropAll() + " rejected hits were removed.");
        return 0;
      }
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
    QueueOptions options = QueueSettings.of(installation.config());
    return new QueueAdmin(options, shards(installation), installation.clock());
  }

  private static ReplayWriter writer(Installation installation) throws Exception {
    QueueOptions options = QueueSettings.of(installation.config());
    return ReplayWriter.open(options, shards(installation), installation.clock());
  }

  private static int shards(Installation installation) {
    return installation.settings().load().number(InstanceSetting.SHARDS);
  }

  private static RejectedRequests rejected(Installation installation) {
    return new RejectedRequests(installation.database(), installation.clock());
  }

  private static String seconds(Duration age) {
    return age.toSeconds() + " s";
  }
}
