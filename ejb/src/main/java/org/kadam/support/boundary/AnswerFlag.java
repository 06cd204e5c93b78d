package org.kadam.support.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.entity.Flag;
import org.kadam.support.entity.Flags;
import org.kadam.worker.control.CurrentWorker;

/** A worker answers an offer of help to her, or takes her answer back. */
@Stateless
@RolesAllowed("worker")
public class AnswerFlag {

  @Inject private CurrentWorker current;
  @Inject private Flags flags;

  /**
   * Her answer.
   *
   * @param answer accept, decline, or contest where the facts are not right
   * @param note what she adds; null or empty where she adds nothing
   */
  public record Answer(
      @NotNull @Pattern(regexp = "accept|decline|contest", message = "accept, decline or contest")
          String answer,
      @PlainText String note) {}

  /**
   * @throws Problem NOT_FOUND where it is no offer to her, CONFLICT where it is too late
   */
  public void answer(UUID flag, Answer answer) {
    Flag.State state =
        switch (answer.answer()) {
          case "accept" -> Flag.State.ACCEPTED;
          case "decline" -> Flag.State.DECLINED;
          default -> Flag.State.CONTESTED;
        };
    mine(flag).answer(state, blankToNull(answer.note()), now());
  }

  /**
   * @throws Problem NOT_FOUND where it is no offer to her, CONFLICT where it is too late
   */
  public void undo(UUID flag) {
    mine(flag).undo(now());
  }

  private Flag mine(UUID flag) {
    return flags
        .hold(flag, current.id())
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such offer"));
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
