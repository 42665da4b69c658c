package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.footfall.privacy.IpText;
import org.footfall.privacy.PrivacySettings;
import org.footfall.tag.OptOutCode;
import org.footfall.tag.OptOutOptions;
import org.footfall.tag.OptOutWords;
import org.footfall.tag.WrongValue;
import org.footfall.tracking.OptOutCookie;
import org.footfall.tracking.Snapshot;

/**
 * The opt-out form for the pages of others: a page to be framed, which keeps the choice in a cookie
 * of this server, and a script, which has the tracker of the page keep it. Goes by the snapshot, so
 * it answers while the database is away.
 */
public final class OptOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where the script is, too. */
  public static final String SCRIPT = "/plugins/CoreAdminHome/javascripts/optOut.js";

  private static final String MODULE = "&module=CoreAdminHome&";
  private static final String PAGE_ACTION = "&action=optOut&";
  private static final String SCRIPT_ACTION = "&action=optOutJS&";

  /** In the address of the page that is shown after a choice. */
  private static final String CHOSEN = "&chosen=";

  private final transient Supplier<Snapshot> snapshots;
  private final transient ClientAddress address;
  private final transient Clock clock;

  public OptOutServlet(Supplier<Snapshot> snapshots, ClientAddress address, Clock clock) {
    this.snapshots = snapshots;
    this.address = address;
    this.clock = clock;
  }

  /** Whether a request to the root or to {@code /index.php} is one for this servlet. */
  public static boolean isFor(String sent) {
    String query = "&" + sent + "&";
    return query.contains(MODULE) && (query.contains(PAGE_ACTION) || query.contains(SCRIPT_ACTION));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OptOutOptions options = options(request, response);
    if (options == null) {
      return;
    }
    if (isForScript(request)) {
      script(options, response);
      return;
    }
    String query = query(request);
    boolean out = OptOutCookie.isIn(cookies(request));
    boolean lost = query.contains(CHOSEN + (out ? OptOutPage.IN : OptOutPage.OUT) + "&");
    String notice = lost ? OptOutWords.BLOCKED : "";
    show(options, out, notice, HttpServletResponse.SC_OK, request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForScript(request)) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    OptOutOptions options = options(request, response);
    if (options == null) {
      return;
    }
    String choice = parameter(request, OptOutPage.CHOICE);
    boolean out = choice.equals(OptOutPage.OUT);
    if (!(out || choice.equals(OptOutPage.IN)) || !isFromOwnPage(request)) {
      boolean now = OptOutCookie.isIn(cookies(request));
      show(options, now, OptOutWords.AGAIN, HttpServletResponse.SC_FORBIDDEN, request, response);
      return;
    }
    for (String cookie :
        out ? OptOutCookie.set(request.isSecure()) : OptOutCookie.clear(request.isSecure())) {
      response.addHeader("Set-Cookie", cookie);
    }
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    String again = request.getQueryString().replaceAll("&chosen=[^&]*", "");
    response.setHeader("Location", "?" + again + CHOSEN + choice);
  }

  private void script(OptOutOptions options, HttpServletResponse response) throws IOException {
    PrivacySettings privacy = snapshots.get().privacy();
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setContentType("application/javascript");
    response
        .getOutputStream()
        .write(
            OptOutCode.script(options, privacy.doNotTrack(), privacy.globalPrivacyControl())
                .getBytes(StandardCharsets.US_ASCII));
  }

  private void show(
      OptOutOptions options,
      boolean out,
      String notice,
      int status,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OptOutPage page =
        new OptOutPage(options, out, notice, isSignalled(request), nonce().issue(browser(request)));
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", page.policy());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    // Without a referrer browsers do not say either where a form comes from.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setContentType("text/html; charset=utf-8");
    response.getOutputStream().write(page.html().getBytes(StandardCharsets.UTF_8));
  }

  /** The options, or null when one is wrong and that has been said. */
  private static OptOutOptions options(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      return OptOutOptions.read(name -> parameter(request, name));
    } catch (WrongValue e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentType("text/plain; charset=utf-8");
      response.getOutputStream().write((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
      return null;
    }
  }

  private boolean isSignalled(HttpServletRequest request) {
    PrivacySettings privacy = snapshots.get().privacy();
    return (privacy.doNotTrack() && (isOne(request, "DNT") || isOne(request, "X-Do-Not-Track")))
        || (privacy.globalPrivacyControl() && isOne(request, "Sec-GPC"));
  }

  private static boolean isForScript(HttpServletRequest request) {
    return request.getServletPath().equals(SCRIPT) || query(request).contains(SCRIPT_ACTION);
  }

  private static boolean isOne(HttpServletRequest request, String header) {
    return "1".equals(request.getHeader(header));
  }

  private boolean isFromOwnPage(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    return (from == null || from.equals("same-origin"))
        && nonce().matches(browser(request), parameter(request, OptOutPage.NONCE));
  }

  private OptOutNonce nonce() {
    return new OptOutNonce(snapshots.get().pseudonyms(), clock.instant());
  }

  private String browser(HttpServletRequest request) {
    return IpText.of(address.of(request)) + "\n" + request.getHeader("User-Agent");
  }

  private static String cookies(HttpServletRequest request) {
    String sent = request.getHeader("Cookie");
    return sent == null ? "" : sent;
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static String query(HttpServletRequest request) {
    return "&" + request.getQueryString() + "&";
  }
}
