package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.control.NameKeys;
import org.kadam.privacy.control.People;
import org.kadam.privacy.entity.Looks;
import org.kadam.privacy.entity.Request;
import org.kadam.privacy.entity.Requests;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * An administrator reads what the workers of her places ask about their data, what is due first,
 * and answers. Workers are named by their code; reading what somebody wrote is a look at her.
 */
@Stateless
@RolesAllowed("admin")
public class AnswerRequests {

  private static final int PAGE = 50;

  @Inject private People people;
  @Inject private Requests requests;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Looks looks;
  @Inject private NameKeys keys;

  /**
   * A page.
   *
   * @param next where the next page begins, or null on the last
   */
  public record Page(List<Shown> requests, String next) {}

  /** A request: {@code late} where an answer was due before today. */
  public record Shown(
      UUID id,
      UUID worker,
      String code,
      String kind,
      String text,
      String state,
      Instant askedAt,
      LocalDate dueOn,
      boolean late,
      String answer,
      Instant answeredAt) {}

  /**
   * An answer, which the worker reads.
   *
   * @param state done, or refused with the reason in the answer
   */
  public record Answer(
      @NotNull @Pattern(regexp = "done|refused", message = "done or refused") String state,
      @NotBlank @Size(max = 2000) String answer) {}

  /**
   * @param state open, done or refused; null or empty for open
   * @param after where the page before said that the next begins; null or empty for the first
   */
  public Page page(String state, String after) {
    String only = state == null || state.isEmpty() ? Request.OPEN : state;
    if (!List.of(Request.OPEN, "done", "refused").contains(only)) {
      throw new Problem(Kind.INVALID, "state", "One of open, done, refused");
    }
    UUID me = people.asking().id();
    List<Requests.Whose> found = requests.page(seen(me), only, place(after), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Requests.Whose> page = more ? found.subList(0, PAGE) : found;
    looks.note(
        me,
        Role.ADMIN,
        Looks.Why.REQUEST,
        page.stream().map(whose -> whose.request().workerId()).toList());
    LocalDate today = LocalDate.now();
    Request last = page.isEmpty() ? null : page.get(page.size() - 1).request();
    return new Page(
        page.stream().map(whose -> shown(whose, today)).toList(),
        more ? last.dueOn() + "_" + last.id() : null);
  }

  /**
   * @throws Problem NOT_FOUND where none of her places' workers asked it; CONFLICT where it was
   *     answered, or asks for an erasure that is to be carried out, not answered
   */
  public void answer(UUID id, Answer answer) {
    UUID me = people.asking().id();
    Request request =
        requests
            .find(seen(me), id)
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such request"));
    boolean done = answer.state().equals("done");
    if (done && request.kind().equals("erasure")) {
      throw new Problem(Kind.CONFLICT, "An erasure is done by carrying it out");
    }
    request.answer(
        done, answer.answer().strip(), me, keys, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private Jurisdiction seen(UUID me) {
    return jurisdictions.of(me, Role.ADMIN.code());
  }

  private static Requests.Place place(String after) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    try {
      String[] parts = after.split("_", 2);
      return new Requests.Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Problem(Kind.INVALID, "after", "Not a place in this list");
    }
  }

  private Shown shown(Requests.Whose whose, LocalDate today) {
    Request request = whose.request();
    return new Shown(
        request.id(),
        request.workerId(),
        whose.code(),
        request.kind(),
        requests.text(request),
        request.state(),
        request.askedAt(),
        request.dueOn(),
        request.state().equals(Request.OPEN) && request.dueOn().isBefore(today),
        requests.answer(request),
        request.answeredAt().orElse(null));
  }
}
