package org.footfall.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;

/**
 * What accepting is measured against: a plain servlet on the same Jetty that puts each request's
 * query into a Redis list by one LPUSH over a pool of connections, and answers 204.
 */
final class LpushServer {
  private LpushServer() {}

  /** Arguments: port of the server, port of Redis. Runs until its process is ended. */
  public static void main(String[] args) throws Exception {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(64);
    pool.setMaxIdle(64);
    try (RedisClient redis =
        RedisClient.builder()
            .hostAndPort("127.0.0.1", Integer.parseInt(args[1]))
            .poolConfig(pool)
            .build()) {
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      connector.setPort(Integer.parseInt(args[0]));
      server.addConnector(connector);
      ServletContextHandler context = new ServletContextHandler();
      context.addServlet(new ServletHolder(new PushServlet(redis)), "/*");
      server.setHandler(context);
      server.start();
      server.join();
    }
  }

  private static final class PushServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient RedisClient redis;

    PushServlet(RedisClient redis) {
      this.redis = redis;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      redis.lpush("bench:list", request.getQueryString());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }
}
