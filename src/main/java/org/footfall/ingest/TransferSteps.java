package org.footfall.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.enrich.referrer.ReferrerParser;
import org.footfall.store.DatabaseException;
import org.footfall.visit.VisitChoices;

/**
 * The steps of the transfer in order. Those that look at one hit alone come first and run in
 * several threads; the others take the batch as a whole.
 */
final class TransferSteps {
  private static final int CHUNK = 250;

  private final List<TransferStep.Each> each;
  private final List<TransferStep.Whole> whole;
  private final ExecutorService threads;
  private final TransferMetrics metrics;

  TransferSteps(List<TransferStep> inOrder, ExecutorService threads, TransferMetrics metrics) {
    this.threads = threads;
    this.metrics = metrics;
    this.each =
        inOrder.stream()
            .filter(TransferStep.Each.class::isInstance)
            .map(TransferStep.Each.class::cast)
            .toList();
    this.whole =
        inOrder.stream()
            .filter(TransferStep.Whole.class::isInstance)
            .map(TransferStep.Whole.class::cast)
            .toList();
    if (!inOrder.subList(0, each.size()).equals(each)) {
      throw new IllegalArgumentException("steps for single hits come first: " + inOrder);
    }
  }

  /** The steps that look at one hit alone, in order. */
  static List<TransferStep.Each> ofEach(
      SiteCatalogue sites,
      TextPool texts,
      Devices devices,
      KnownReferrers referrers,
      VisitChoices choices) {
    return List.of(
        new DecodeStep(sites),
        new ExcludeStep(),
        new DeviceStep(devices),
        new ReferrerStep(new ReferrerParser(referrers)),
        new TypeStep(texts, choices));
  }

  /** Runs the steps for single hits. A hit that one of them cannot process is set aside. */
  void prepare(List<Draft> drafts) throws InterruptedException {
    List<Callable<Void>> chunks = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += CHUNK) {
      List<Draft> chunk = drafts.subList(from, Math.min(drafts.size(), from + CHUNK));
      chunks.add(
          () -> {
            prepareChunk(chunk);
            return null;
          });
    }
    for (Future<Void> chunk : threads.invokeAll(chunks)) {
      try {
        chunk.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof DatabaseException away) {
          throw away;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private void prepareChunk(List<Draft> chunk) {
    for (TransferStep.Each step : each) {
      long start = System.nanoTime();
      for (Draft draft : chunk) {
        if (draft.goesOn()) {
          take(step, draft);
        }
      }
      metrics.took(step.name(), System.nanoTime() - start);
    }
  }

  /** Whatever is wrong with one hit, the others go on; that the database is away is no hit's. */
  static void take(TransferStep.Each step, Draft draft) {
    try {
      step.take(draft);
    } catch (DatabaseException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      draft.setAside(step.name() + ": " + e);
    }
  }

  /** Runs the steps for whole batches. */
  void finish(TransferBatch batch) {
    for (TransferStep.Whole step : whole) {
      long start = System.nanoTime();
      step.take(batch);
      metrics.took(step.name(), System.nanoTime() - start);
    }
  }
}
