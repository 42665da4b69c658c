package org.footfall.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says why a file or directory cannot be used, without the names of Java's classes. */
public final class FileFailure {
  private FileFailure() {}

  /** The reason alone; which file it is about, the caller says. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    String told =
        failure instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : String.valueOf(failure.getMessage());
    return told.isEmpty()
        ? told
        : told.substring(0, 1).toLowerCase(Locale.ROOT) + told.substring(1);
  }
}
