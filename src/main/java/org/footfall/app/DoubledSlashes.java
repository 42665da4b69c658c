package org.footfall.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes {@code //matomo.php} as {@code /matomo.php}. Pages and programs of others put a name that
 * begins with a slash behind a base that ends in one, and the web servers below a Matomo do not
 * mind.
 *
 * <p>What Matomo does not have stays refused in this form, since a proxy in front may keep
 * strangers off by the beginning of a path ({@code /metrics}), and not every proxy takes two
 * slashes for one. So does what waits for reports at the start page's addresses: operators keep
 * strangers off by just these, and only the opt-out form there is for everybody. The path that is
 * left is one of ours to the letter, so nothing behind this handler sees another form of it.
 */
final class DoubledSlashes extends Handler.Wrapper {
  /** What the server has to let through to here. */
  static final UriCompliance LET_THROUGH =
      UriCompliance.DEFAULT.with("doubled slashes", Violation.AMBIGUOUS_EMPTY_SEGMENT);

  private final Map<String, Mount> mounts;

  DoubledSlashes(List<Mount> mounts, Handler next) {
    super(next);
    this.mounts = new HashMap<>();
    for (Mount mount : mounts) {
      if (mount.inPagesOfOthers()) {
        mount.paths().forEach(path -> this.mounts.put(path.equals(Mount.ROOT) ? "/" : path, mount));
      }
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpURI sent = request.getHttpURI();
    if (!sent.hasViolation(Violation.AMBIGUOUS_EMPTY_SEGMENT)) {
      return super.handle(request, response, callback);
    }
    String path = sent.getPath().replaceAll("/{2,}", "/");
    Mount mount = mounts.get(path);
    if (mount == null || !mount.isAtOnce(sent.getQuery())) {
      Response.writeError(request, response, callback, 400);
      return true;
    }
    HttpURI meant = HttpURI.build(sent, path, null, sent.getQuery()).asImmutable();
    return super.handle(Request.serveAs(request, meant), response, callback);
  }
}
