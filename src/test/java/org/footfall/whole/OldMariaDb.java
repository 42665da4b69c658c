package org.footfall.whole;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * As much of MariaDB's protocol as a client needs to ask a server for its version: a handshake that
 * lets everybody in, and a row of two texts. Distributions have no server old enough to be refused.
 */
final class OldMariaDb implements AutoCloseable {
  private static final byte[] OK = {0, 0, 0, 2, 0, 0, 0};
  private static final byte[] EOF = {(byte) 0xFE, 0, 0, 2, 0};
  private static final int QUERY = 3;
  private static final int CHARSET_UTF8 = 33;
  private static final byte TYPE_TEXT = (byte) 0xFD;

  /** Long password, protocol 4.1, transactions, secure connection, plugins by name. */
  private static final int CAPABILITIES = 0x0008_A201;

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final String version;
  private final Thread thread = new Thread(this::serve, "old MariaDB");

  OldMariaDb(String version) throws IOException {
    this.version = version;
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(new DataInputStream(client.getInputStream()), client.getOutputStream());
      } catch (EOFException | SocketException e) {
        // The client, or the test, has gone.
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void talk(DataInputStream in, OutputStream out) throws IOException {
    send(out, 0, handshake());
    byte[] login = read(in);
    send(out, login.length == 0 ? 1 : 2, OK);
    while (true) {
      byte[] command = read(in);
      String sql = new String(command, 1, command.length - 1, StandardCharsets.UTF_8);
      if (command[0] == QUERY && sql.contains("VERSION()")) {
        answer(out);
      } else {
        send(out, 1, OK);
      }
    }
  }

  /** A row of this version and the size of packets. */
  private void answer(OutputStream out) throws IOException {
    send(out, 1, new byte[] {2});
    send(out, 2, column("version"));
    send(out, 3, column("packet"));
    send(out, 4, EOF);
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    text(row, version);
    text(row, "16777216");
    send(out, 5, row.toByteArray());
    send(out, 6, EOF);
  }

  private byte[] handshake() {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(10);
    packet.writeBytes(("5.5.5-" + version + "\0").getBytes(StandardCharsets.US_ASCII));
    number(packet, 1, 4);
    packet.writeBytes("12345678\0".getBytes(StandardCharsets.US_ASCII));
    number(packet, CAPABILITIES & 0xFFFF, 2);
    packet.write(CHARSET_UTF8);
    number(packet, 2, 2);
    number(packet, CAPABILITIES >>> 16, 2);
    packet.write(21);
    packet.writeBytes(new byte[10]);
    packet.writeBytes("123456789012\0".getBytes(StandardCharsets.US_ASCII));
    packet.writeBytes("mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
    return packet.toByteArray();
  }

  private static byte[] column(String name) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    for (String word : new String[] {"def", "", "", "", name, name}) {
      text(packet, word);
    }
    packet.write(12);
    number(packet, CHARSET_UTF8, 2);
    number(packet, 255, 4);
    packet.write(TYPE_TEXT);
    packet.writeBytes(new byte[5]);
    return packet.toByteArray();
  }

  private static void text(ByteArrayOutputStream packet, String text) {
    packet.write(text.length());
    packet.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void number(ByteArrayOutputStream packet, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      packet.write(value >>> (8 * i));
    }
  }

  private static byte[] read(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
    in.readUnsignedByte();
    byte[] packet = new byte[length];
    in.readFully(packet);
    return packet;
  }

  private static void send(OutputStream out, int sequence, byte[] packet) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    number(all, packet.length, 3);
    all.write(sequence);
    all.writeBytes(packet);
    out.write(all.toByteArray());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
