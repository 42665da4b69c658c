package org.footfall.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends bytes as they are, which no proper client does, and reads whatever comes back. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int NONE = 0;

  private final int port;

  /** What came back; status 0 when nothing did. */
  record Answer(int status, String text) {}

  RawHttp(int port) {
    this.port = port;
  }

  Answer get(String target, String... headers) throws IOException {
    return send(head("GET", target, headers));
  }

  Answer post(String target, byte[] body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: " + body.length;
    return send(head("POST", target, all), body);
  }

  /** The head of a request after which the connection ends. */
  static byte[] head(String method, String target, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: a\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Sends the parts one by one. A server may answer and hang up before it has read all. */
  Answer send(byte[]... parts) throws IOException {
    try (Socket socket = connect()) {
      try {
        OutputStream out = socket.getOutputStream();
        for (byte[] part : parts) {
          out.write(part);
          out.flush();
        }
      } catch (IOException e) {
        return read(socket.getInputStream());
      }
      return read(socket.getInputStream());
    }
  }

  /** Sends some of it and hangs up. */
  void abandon(byte[]... parts) throws IOException {
    try (Socket socket = connect()) {
      for (byte[] part : parts) {
        socket.getOutputStream().write(part);
      }
      socket.setSoLinger(true, 0);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static Answer read(InputStream in) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (IOException e) {
      // What came before the connection broke is the answer.
    }
    String text = all.toString(StandardCharsets.ISO_8859_1);
    boolean answered = text.startsWith("HTTP/1.1 ") && text.length() > 12;
    return new Answer(answered ? Integer.parseInt(text.substring(9, 12)) : NONE, text);
  }
}
