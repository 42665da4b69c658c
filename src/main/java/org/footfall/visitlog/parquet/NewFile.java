package org.footfall.visitlog.parquet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all: written beside its place under another name, on the
 * disk before it is renamed. Only its owner may read it, as it tells of visitors.
 */
final class NewFile {
  /** What writes the content. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private final Path file;
  private final boolean replace;

  /**
   * @param replace whether it may take the place of a file that is there
   */
  NewFile(Path file, boolean replace) {
    this.file = file.toAbsolutePath();
    this.replace = replace;
  }

  /**
   * @throws IOException whose message is a plain sentence
   */
  void write(Content content) throws IOException {
    requirePlace();
    try {
      Path half = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
      half.toFile().deleteOnExit();
      try {
        fill(half, content);
        if (replace) {
          Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } else {
          Files.move(half, file);
        }
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(e);
    } catch (AccessDeniedException e) {
      throw failed("this account may not write into " + file.getParent() + ".", e);
    } catch (FileSystemException e) {
      String kind = e.getClass().getSimpleName();
      throw failed((e.getReason() == null ? kind : e.getReason()) + ".", e);
    } catch (IOException e) {
      throw failed(e.getMessage() + ".", e);
    }
  }

  private void requirePlace() throws IOException {
    if (file.getFileName() == null || Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name a file in it.");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new IOException("There is no folder " + file.getParent() + "; make it first.");
    }
    if (!replace && Files.exists(file)) {
      throw exists(null);
    }
  }

  private static void fill(Path half, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.write(out);
      out.flush();
      channel.force(true);
    }
  }

  private IOException exists(Exception cause) {
    return new IOException(file + " is there already; --force replaces it.", cause);
  }

  private IOException failed(String reason, Exception cause) {
    return new IOException(file + " cannot be written: " + reason, cause);
  }
}
