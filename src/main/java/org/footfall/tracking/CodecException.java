package org.footfall.tracking;

/** Bytes that {@link TrackingRequestCodec} did not write, or that were damaged since. */
public final class CodecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CodecException(String message) {
    super(message);
  }
}
