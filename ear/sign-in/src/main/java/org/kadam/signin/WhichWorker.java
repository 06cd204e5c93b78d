package org.kadam.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * The question which of several workers she is, asked only after a PIN that is right for each of
 * them, and answered by a worker id that was among the answers. Kept in the sign-in that is under
 * way, for five minutes.
 */
final class WhichWorker {
  /** The field of the page, and the note in which those asked about are kept. */
  static final String FIELD = "which";

  private static final String PAGE = "which.ftl";
  private static final int GOOD_SECONDS = 300;

  private WhichWorker() {}

  static void ask(AuthenticationFlowContext context, List<UserModel> fitting) {
    List<String> ids = fitting.stream().map(UserModel::getUsername).toList();
    context
        .getAuthenticationSession()
        .setAuthNote(FIELD, Time.currentTime() + " " + String.join(" ", ids));
    context.forceChallenge(
        context
            .form()
            .setAttribute("workers", ids.stream().map(id -> id.toUpperCase(Locale.ROOT)).toList())
            .createForm(PAGE));
  }

  /** Forgets the question, if one was asked. */
  static void forget(AuthenticationFlowContext context) {
    context.getAuthenticationSession().removeAuthNote(FIELD);
  }

  /** The worker of an answer; empty where she was not asked about, or too long ago. */
  static Optional<UserModel> answered(AuthenticationFlowContext context, String answer) {
    String note = context.getAuthenticationSession().getAuthNote(FIELD);
    forget(context);
    if (note == null || answer == null) {
      return Optional.empty();
    }
    List<String> asked = List.of(note.split(" "));
    String id = answer.toLowerCase(Locale.ROOT);
    boolean fresh = Time.currentTime() - Integer.parseInt(asked.get(0)) <= GOOD_SECONDS;
    return fresh && asked.lastIndexOf(id) > 0
        ? Optional.ofNullable(
                context.getSession().users().getUserByUsername(context.getRealm(), id))
            .filter(UserModel::isEnabled)
        : Optional.empty();
  }
}
