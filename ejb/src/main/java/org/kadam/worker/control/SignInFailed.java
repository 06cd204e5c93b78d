package org.kadam.worker.control;

/** The sign-in did not do what it was asked; the kind is all that is kept of its answer. */
public final class SignInFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final String PIN_REFUSED = "pin-refused";
  static final String GONE = "gone";

  SignInFailed(String kind) {
    super(kind, null, false, false);
  }

  /** What happened, such as {@code unreachable}, {@code status-403}, {@code pin-refused}. */
  public String kind() {
    return getMessage();
  }

  /** The PIN is one that others would try first; another may do. */
  public boolean pinRefused() {
    return PIN_REFUSED.equals(getMessage());
  }

  /** The sign-in does not know this account any more. */
  public boolean gone() {
    return GONE.equals(getMessage());
  }
}
