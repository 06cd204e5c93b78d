package org.kadam.support.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.control.Helpers;
import org.kadam.support.entity.Flag;
import org.kadam.support.entity.Flags;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.entity.Worker;

/** A helper decides about an offer that one of her workers has said yes to. */
@Stateless
@RolesAllowed("helper")
public class DecideFlag {

  @Inject private CurrentWorker current;
  @Inject private Helpers helpers;
  @Inject private Flags flags;

  /**
   * Her decision.
   *
   * @param decision confirm, not-now, or wrong where there is no need
   * @param reason why, which the worker reads; null or empty where she gives none
   */
  public record Decision(
      @NotNull @Pattern(regexp = "confirm|not-now|wrong", message = "confirm, not-now or wrong")
          String decision,
      @PlainText String reason) {}

  /**
   * @throws Problem NOT_FOUND where none of her workers has said yes to it, and in the same words
   *     where it does not exist at all; CONFLICT where it is too late
   */
  public void decide(UUID flag, Decision decision) {
    Instant now = AnswerFlag.now();
    Worker me = current.require();
    Flag.State state =
        switch (decision.decision()) {
          case "confirm" -> Flag.State.CONFIRMED;
          case "not-now" -> Flag.State.NOT_NOW;
          default -> Flag.State.WRONG;
        };
    flags
        .hold(flag, helpers.asHelper(me), now)
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such offer"))
        .decide(state, AnswerFlag.blankToNull(decision.reason()), me.id(), now);
  }
}
