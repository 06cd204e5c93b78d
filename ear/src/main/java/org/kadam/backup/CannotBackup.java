package org.kadam.backup;

/** Why a backup cannot be taken or restored, in one line that says what to do. */
public final class CannotBackup extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotBackup(String line) {
    super(line);
  }

  CannotBackup(String line, Throwable cause) {
    super(line, cause);
  }
}
