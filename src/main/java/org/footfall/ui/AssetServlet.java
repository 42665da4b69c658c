package org.footfall.ui;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves {@link Assets}, to be kept for ever. */
final class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Assets assets;

  AssetServlet(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<Assets.Asset> found = path == null ? Optional.empty() : assets.find(path.substring(1));
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (found.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(request, response, found.get());
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, Assets.Asset asset)
      throws IOException {
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("ETag", asset.tag());
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(asset.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    String accepted = request.getHeader("Accept-Encoding");
    boolean packed = accepted != null && accepted.contains("gzip");
    byte[] bytes = packed ? asset.gzip() : asset.bytes();
    if (packed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(asset.type());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
