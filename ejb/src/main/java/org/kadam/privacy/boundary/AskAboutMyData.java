package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.privacy.control.NameKeys;
import org.kadam.privacy.control.People;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Request;
import org.kadam.privacy.entity.Requests;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Somebody asks for a correction, complains, or asks to be erased, and reads what came of it. What
 * she writes is sealed; the administrators of her place read it, and nobody between her and them.
 */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class AskAboutMyData {

  /** More at once are a mistake of a finger or a program. */
  private static final int OPEN_AT_ONCE = 10;

  @Inject private People people;
  @Inject private Requests requests;
  @Inject private OrgUnits places;
  @Inject private NameKeys keys;

  @Inject
  @ConfigProperty(name = "KADAM_PRIVACY_OFFICER")
  private Optional<String> officer;

  /** What she writes. */
  public record Words(@NotBlank @Size(max = 2000) String text) {}

  /** What she may write when she asks to be erased: nothing at all, if she likes. */
  public record Wish(@Size(max = 2000) String text) {}

  /**
   * What she asked, the latest first.
   *
   * @param officer who answers, by name and how to reach, or null where no one was named
   */
  public record Mine(String officer, List<Asked> requests) {}

  /**
   * One thing she asked.
   *
   * @param kind correction, grievance or erasure
   * @param state open, done or refused
   * @param dueOn by when there is an answer
   */
  public record Asked(
      String id,
      String kind,
      String text,
      String state,
      Instant askedAt,
      LocalDate dueOn,
      String answer,
      Instant answeredAt) {}

  public Mine mine() {
    return new Mine(
        officer.orElse(null), requests.of(people.asking().id()).stream().map(this::asked).toList());
  }

  public Asked correction(Words words) {
    return ask("correction", words.text());
  }

  public Asked grievance(Words words) {
    return ask("grievance", words.text());
  }

  /** An administrator carries it out; asking again while it waits changes nothing. */
  public Asked erasure(Wish wish) {
    People.Person me = people.asking();
    return requests.of(me.id()).stream()
        .filter(one -> one.kind().equals("erasure") && one.state().equals(Request.OPEN))
        .findFirst()
        .map(this::asked)
        .orElseGet(() -> ask("erasure", wish == null ? null : wish.text()));
  }

  private Asked ask(String kind, String text) {
    People.Person me = people.asking();
    if (requests.open(me.id()) >= OPEN_AT_ONCE) {
      throw new Problem(Kind.CONFLICT, "Ten of them wait for an answer; it will come");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    LocalDate due =
        LocalDate.ofInstant(now, places.find(me.unit()).orElseThrow().timeZone())
            .plusDays(Purposes.shipped().answerDays(kind));
    String said = text == null || text.isBlank() ? null : text.strip();
    Request request = new Request(me.id(), kind, said, due, keys, now);
    requests.add(request);
    return asked(request);
  }

  private Asked asked(Request request) {
    return new Asked(
        request.id().toString(),
        request.kind(),
        requests.text(request),
        request.state(),
        request.askedAt(),
        request.dueOn(),
        requests.answer(request),
        request.answeredAt().orElse(null));
  }
}
