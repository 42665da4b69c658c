package org.footfall.tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The code of an image that counts whoever loads it, where no script can run. */
public final class ImageCode {
  private final StringBuilder address;

  public ImageCode(ServerAddress server, int site) {
    this(server, Integer.toString(site));
  }

  ImageCode(ServerAddress server, String site) {
    this.address = new StringBuilder(server.tracker()).append("?idsite=").append(site);
    address.append("&rec=1");
  }

  /** Adds what a hit says. */
  public ImageCode with(String name, String value) {
    address
        .append('&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  /** The element; the server sees the address of the page as its referrer. */
  public String html() {
    return "<img referrerpolicy=\"no-referrer-when-downgrade\" src=\""
        + PageText.attribute(address.toString())
        + "\" style=\"border:0\" alt=\"\">";
  }
}
