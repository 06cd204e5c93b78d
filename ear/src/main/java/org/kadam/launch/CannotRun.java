package org.kadam.launch;

/** Why Kadam cannot run here, in one line that says what to do. */
public final class CannotRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotRun(String line) {
    super(line);
  }

  CannotRun(String line, Throwable cause) {
    super(line, cause);
  }
}
