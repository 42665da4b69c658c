package org.footfall.app;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.footfall.tracking.Rejection;
import org.footfall.tracking.http.ReceivedBody;

/**
 * Reads bodies to their end before their requests are handled.
 *
 * <p><b>Idea.</b> Servlets read with a thread that waits, and there are few threads: some clients
 * that send slowly would stop the server. Here a body is taken as it comes in, without a thread,
 * and its request gets one when all is there.
 *
 * <p><b>Invariants.</b> Memory is reserved for what has come in, not for what was announced, within
 * a limit for each body and one for all; it is given back when the request has been answered. A
 * body is whole within a time, or it is given up.
 *
 * <p>A request that brings hits goes on without its body, and is told {@linkplain ReceivedBody
 * why}; of a body that is too large the rest is read and thrown away, since a client that is still
 * sending would see a broken connection instead of the answer. All others are answered here.
 */
final class BodyHandler extends Handler.Wrapper {
  private static final int FIRST = 1 << 10;
  private static final byte[] NONE = {};

  private final BodyOptions options;
  private final PathMappings<Mount.Kind> kinds = new PathMappings<>();
  private final AtomicLong taken = new AtomicLong();

  BodyHandler(BodyOptions options, List<Mount> mounts, Handler next) {
    super(next);
    this.options = options;
    for (Mount mount : mounts) {
      for (String path : mount.paths()) {
        kinds.put(PathSpec.from(path), mount.kind());
      }
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long length = request.getLength();
    if (length == 0
        || (length < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING))) {
      return super.handle(request, response, callback);
    }
    new Reading(request, response, callback, length).start();
    return true;
  }

  private boolean bringsHits(Request request) {
    MatchedResource<Mount.Kind> match = kinds.getMatched(Request.getPathInContext(request));
    return match != null && match.getResource() == Mount.Kind.TRACKING;
  }

  /** One body on its way. The server calls it whenever more has come in. */
  private final class Reading implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final long length;
    private final boolean hits;
    private final int most;
    private Scheduler.Task deadline;
    private byte[] bytes = NONE;
    private int filled;
    private Rejection problem;
    private boolean over;

    private Reading(Request request, Response response, Callback callback, long length) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.length = length;
      this.hits = bringsHits(request);
      this.most = hits ? options.trackingBytes() : options.otherBytes();
      if (length > most) {
        problem = Rejection.BODY_TOO_LARGE;
      }
    }

    private void start() {
      Scheduler clock = request.getComponents().getScheduler();
      long patience = options.patience().toNanos();
      synchronized (this) {
        deadline = clock.schedule(this::giveUp, patience, TimeUnit.NANOSECONDS);
      }
      Request.addCompletionListener(request, failure -> free());
      run();
    }

    @Override
    public void run() {
      if (read()) {
        goOn();
      }
    }

    /** Takes what is there; whether that was the end. */
    private synchronized boolean read() {
      while (!over) {
        if (problem != null && !hits) {
          over = true;
          return true;
        }
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return false;
        }
        if (Content.Chunk.isFailure(chunk)) {
          problem = Rejection.BODY_CUT_OFF;
          over = true;
          return true;
        }
        over = chunk.isLast();
        take(chunk.getByteBuffer());
        chunk.release();
        if (over) {
          return true;
        }
      }
      return false;
    }

    private void take(ByteBuffer more) {
      int size = filled + more.remaining();
      if (problem == null && size > most) {
        problem = Rejection.BODY_TOO_LARGE;
      } else if (problem == null && size > bytes.length && !grow(size)) {
        problem = Rejection.BUSY;
      }
      if (problem != null) {
        taken.addAndGet(-bytes.length);
        bytes = NONE;
        return;
      }
      more.get(bytes, filled, more.remaining());
      filled = size;
    }

    private boolean grow(int needed) {
      long enough = length > 0 ? length : most;
      int to = (int) Math.min(enough, Math.max(FIRST, Math.max(needed, 2L * bytes.length)));
      int more = to - bytes.length;
      if (taken.addAndGet(more) > options.allBytes()) {
        taken.addAndGet(-more);
        return false;
      }
      bytes = Arrays.copyOf(bytes, to);
      return true;
    }

    private synchronized void free() {
      over = true;
      deadline.cancel();
      taken.addAndGet(-bytes.length);
      bytes = NONE;
    }

    private void giveUp() {
      synchronized (this) {
        if (over) {
          return;
        }
        over = true;
        problem = Rejection.BODY_TOO_SLOW;
      }
      request.getComponents().getExecutor().execute(this::goOn);
    }

    private void goOn() {
      if (problem != null && !hits) {
        Response.writeError(request, response, callback, problem.status());
        return;
      }
      byte[] body = filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
      request.setAttribute(ReceivedBody.ATTRIBUTE, new ReceivedBody(body, problem));
      try {
        if (!getHandler().handle(new Whole(request, body), response, callback)) {
          Response.writeError(request, response, callback, 404);
        }
      } catch (Exception e) {
        Response.writeError(request, response, callback, e);
      }
    }
  }

  /** A request whose body has been read. */
  private static final class Whole extends Request.Wrapper {
    private final ByteBufferContentSource body;

    private Whole(Request request, byte[] body) {
      super(request);
      this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
    }

    @Override
    public Content.Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable more) {
      body.demand(more);
    }
  }
}
