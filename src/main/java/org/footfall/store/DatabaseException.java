package org.footfall.store;

/**
 * The database could not do what was asked. The message is one or two plain sentences that name the
 * fix, fit for an operator; the cause has the server's words.
 */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure, where a caller or a test wants to know. */
  public enum Kind {
    UNREACHABLE,
    CONNECTION_LOST,
    BUSY,
    DENIED,
    UNKNOWN_DATABASE,
    MISSING_RIGHT,
    TOO_OLD,
    NEWER_SCHEMA,
    MIGRATION,
    DISK_FULL,
    PACKET_TOO_LARGE,
    READ_ONLY,
    DEADLOCK,
    TIMEOUT,
    DUPLICATE,
    OTHER
  }

  private final Kind kind;
  private final boolean commitUnknown;

  DatabaseException(Kind kind, String message, Throwable cause) {
    this(kind, message, cause, false);
  }

  DatabaseException(Kind kind, String message, Throwable cause, boolean commitUnknown) {
    super(message, cause);
    this.kind = kind;
    this.commitUnknown = commitUnknown;
  }

  public Kind kind() {
    return kind;
  }

  /** The server went away or cannot be reached; the same may work later. */
  public boolean isConnectionLost() {
    return kind == Kind.UNREACHABLE || kind == Kind.CONNECTION_LOST;
  }

  /** The failure came at the commit: the transaction may have been stored or not. */
  public boolean isCommitUnknown() {
    return commitUnknown;
  }

  /** A row with that key exists already. */
  public boolean isDuplicate() {
    return kind == Kind.DUPLICATE;
  }
}
