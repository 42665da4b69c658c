package org.footfall.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is and how it is used.
 *
 * @param host name or address of the server; not looked at when a socket is given
 * @param port TCP port
 * @param socket path of the server's unix socket
 * @param name the schema
 * @param user who to log in as
 * @param password may be empty; never shown
 * @param poolSize most connections open at once
 * @param patience how long a caller waits for a free connection, and a connection for the server
 * @param statementLimit the server ends a statement that takes longer; zero means never
 */
public record DatabaseConfig(
    String host,
    int port,
    Optional<String> socket,
    String name,
    String user,
    String password,
    int poolSize,
    Duration patience,
    Duration statementLimit) {

  /** The usual limits. */
  public static DatabaseConfig of(
      String host, int port, String name, String user, String password) {
    return new DatabaseConfig(
        host,
        port,
        Optional.empty(),
        name,
        user,
        password,
        10,
        Duration.ofSeconds(5),
        Duration.ZERO);
  }

  /** The same database through another number of connections and time limit. */
  public DatabaseConfig limited(int connections, Duration limit) {
    return new DatabaseConfig(
        host, port, socket, name, user, password, connections, patience, limit);
  }

  /** The address as people write it. */
  public String address() {
    return socket.orElseGet(() -> (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  @Override
  public String toString() {
    return "database '" + name + "' at " + address();
  }
}
