package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One connection to Redis. Commands are sent together and answered together. After an error the
 * connection is closed, since answers could be taken for those of other commands. Not thread-safe.
 */
final class RedisConnection implements AutoCloseable {
  /** A command and its arguments. */
  record Command(ProtocolCommand name, byte[]... arguments) {
    static Command of(ProtocolCommand name, String... arguments) {
      byte[][] bytes = new byte[arguments.length][];
      for (int i = 0; i < arguments.length; i++) {
        bytes[i] = arguments[i].getBytes(UTF_8);
      }
      return new Command(name, bytes);
    }
  }

  private final Connection connection;
  private final String runId;

  private RedisConnection(Connection connection, String runId) {
    this.connection = connection;
    this.runId = runId;
  }

  /** Connects, authenticates, and asks which run of Redis this is. */
  static RedisConnection open(QueueOptions.Redis options) throws RedisUnavailable {
    String path = options.address().getPath();
    int database = path == null || path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
    int port = options.address().getPort();
    int timeout = (int) options.timeout().toMillis();
    DefaultJedisClientConfig config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(timeout)
            .socketTimeoutMillis(timeout)
            .user(options.user().isEmpty() ? null : options.user())
            .password(options.password().isEmpty() ? null : options.password())
            .database(database)
            .sslOptions(
                "rediss".equals(options.address().getScheme()) ? SslOptions.defaults() : null)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .build();
    Connection connection = null;
    try {
      connection =
          new Connection(
              new HostAndPort(options.address().getHost(), port < 0 ? 6379 : port), config);
      connection.sendCommand(Protocol.Command.INFO, "server");
      String info = connection.getBulkReply();
      return new RedisConnection(connection, RedisReply.infoField(info, "run_id"));
    } catch (JedisException e) {
      if (connection != null) {
        connection.disconnect();
      }
      throw unavailable(e);
    }
  }

  /** Changes whenever Redis was started anew, and so may have lost data. */
  String runId() {
    return runId;
  }

  /**
   * Sends commands in one go.
   *
   * @return an answer for each; a {@link JedisDataException} for one that Redis refused
   * @throws RedisUnavailable when it is unknown which of them were carried out
   */
  List<Object> run(List<Command> commands) throws RedisUnavailable {
    try {
      for (Command command : commands) {
        connection.sendCommand(command.name, command.arguments);
      }
      return connection.getMany(commands.size());
    } catch (JedisException e) {
      close();
      throw unavailable(e);
    }
  }

  /** Sends one command; its refusal is an exception, too. */
  Object run(Command command) throws RedisUnavailable {
    Object answer = run(List.of(command)).get(0);
    if (answer instanceof JedisDataException refusal) {
      throw unavailable(refusal);
    }
    return answer;
  }

  /** Commands that are carried out with nothing in between. */
  List<Object> atomically(List<Command> commands) throws RedisUnavailable {
    List<Command> all = new ArrayList<>(commands.size() + 2);
    all.add(Command.of(Protocol.Command.MULTI));
    all.addAll(commands);
    all.add(Command.of(Protocol.Command.EXEC));
    List<Object> answers = run(all);
    Object last = answers.get(answers.size() - 1);
    if (last instanceof List<?> results && results.size() == commands.size()) {
      return new ArrayList<>(results);
    }
    throw unavailable(
        last instanceof JedisDataException refusal
            ? refusal
            : new JedisDataException("the transaction had no answer"));
  }

  boolean usable() {
    return connection.isConnected() && !connection.isBroken();
  }

  private static RedisUnavailable unavailable(JedisException e) {
    return new RedisUnavailable("Redis: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      connection.disconnect();
    } catch (JedisException e) {
      // Nothing more can be done for a connection that does not even close.
      connection.setBroken();
    }
  }
}
