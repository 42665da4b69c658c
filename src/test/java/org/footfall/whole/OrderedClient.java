package org.footfall.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A client of one site that sends numbered page views one after the other and remembers which of
 * them were answered with success. It never sends a number twice, so that the log may hold each at
 * most once, and must hold the answered ones.
 */
final class OrderedClient implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final int site;
  private final BitSet answered = new BitSet();
  private final List<Integer> oddStatuses = new ArrayList<>();
  private volatile boolean stopped;
  private int next;

  OrderedClient(URI server, int site) {
    this.server = server;
    this.site = site;
  }

  int site() {
    return site;
  }

  void stop() {
    stopped = true;
  }

  /** The numbers that were answered with success; ask when the thread has ended. */
  BitSet answered() {
    return answered;
  }

  /** Statuses other than success and "come again"; there must be none. */
  List<Integer> oddStatuses() {
    return oddStatuses;
  }

  /** How many were sent, answered or not. */
  int sent() {
    return next;
  }

  static String page(int site, int number) {
    return "shop" + site + ".example/page/" + number;
  }

  @Override
  public void run() {
    while (!stopped) {
      int number = next++;
      URI hit =
          server.resolve(
              "/matomo.php?rec=1&send_image=0&_id=00000000feed%04x&idsite=%d&url=https://%s"
                  .formatted(site, site, page(site, number)));
      try {
        int status =
            http.send(
                    HttpRequest.newBuilder(hit).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status == 204) {
          answered.set(number);
        } else if (status != 503) {
          oddStatuses.add(status);
        }
      } catch (IOException e) {
        // Not answered: the hit may be in the log or not. The server may be away for a while.
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
