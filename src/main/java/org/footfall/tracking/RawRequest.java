package org.footfall.tracking;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A request as it came in.
 *
 * @param get whether its method is GET
 * @param query what stands after the question mark, undecoded, or null
 * @param contentType of the body, or null
 * @param body maybe empty
 * @param header gives a header's first value by its name, or null
 * @param address whom it came from, 4 or 16 bytes, or none
 */
public record RawRequest(
    boolean get,
    String query,
    String contentType,
    byte[] body,
    UnaryOperator<String> header,
    byte[] address,
    Instant receivedAt) {}
