package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.footfall.tracking.Limits;
import org.footfall.tracking.Rejection;

/**
 * Reads bodies into memory, within a limit for each and a limit for all that are being read or
 * judged. What is too much is read to its end and thrown away: a client that is still sending would
 * otherwise see a broken connection instead of the answer.
 */
final class BodyReader {
  /** A body, or why it was not read. Gives its memory back when closed. */
  final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final Rejection problem;
    private final long reserved;

    private Body(byte[] bytes, Rejection problem, long reserved) {
      this.bytes = bytes;
      this.problem = problem;
      this.reserved = reserved;
    }

    byte[] bytes() {
      return bytes;
    }

    /** Why there is no body, or null. */
    Rejection problem() {
      return problem;
    }

    @Override
    public void close() {
      if (reserved > 0) {
        taken.addAndGet(-reserved);
      }
    }
  }

  private static final byte[] NONE = {};
  private static final int FIRST = 4 << 10;

  private final Limits limits;
  private final AtomicLong taken = new AtomicLong();

  BodyReader(Limits limits) {
    this.limits = limits;
  }

  Body read(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
      return new Body(NONE, null, 0);
    }
    try {
      return read(request.getInputStream(), length);
    } catch (IOException e) {
      return new Body(NONE, Rejection.BODY_CUT_OFF, 0);
    }
  }

  private Body read(InputStream in, long length) throws IOException {
    if (length > limits.body()) {
      return refuse(in, Rejection.BODY_TOO_LARGE);
    }
    long reserved = length >= 0 ? length : limits.body();
    if (taken.addAndGet(reserved) > limits.bodies()) {
      taken.addAndGet(-reserved);
      return refuse(in, Rejection.BUSY);
    }
    boolean kept = false;
    try {
      byte[] bytes = new byte[length >= 0 ? (int) length : FIRST];
      int filled = 0;
      for (int n = 0; n >= 0; n = in.read(bytes, filled, bytes.length - filled)) {
        filled += n;
        if (filled == bytes.length) {
          if (length >= 0) {
            break;
          }
          if (filled > limits.body()) {
            return refuse(in, Rejection.BODY_TOO_LARGE);
          }
          bytes = Arrays.copyOf(bytes, 2 * filled);
        }
      }
      if (filled < length) {
        return new Body(NONE, Rejection.BODY_CUT_OFF, 0);
      }
      kept = true;
      return new Body(
          filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled), null, reserved);
    } finally {
      if (!kept) {
        taken.addAndGet(-reserved);
      }
    }
  }

  private Body refuse(InputStream in, Rejection why) throws IOException {
    byte[] thrownAway = new byte[FIRST];
    while (in.read(thrownAway) >= 0) {
      // Read on.
    }
    return new Body(NONE, why, 0);
  }
}
