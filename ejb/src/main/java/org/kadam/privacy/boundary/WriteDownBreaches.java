package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Breach;
import org.kadam.privacy.entity.Breaches;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * An administrator writes a breach of personal data down: what happened, how many are affected, and
 * when the authority and the people were told. Nothing is changed or deleted afterwards.
 */
@Stateless
@RolesAllowed("admin")
public class WriteDownBreaches {

  @Inject private Breaches breaches;

  /** Breaches, the latest first. */
  public record All(List<Shown> breaches) {}

  /**
   * A breach.
   *
   * @param boardDue by when the authority must be told, 72 hours after it was found
   * @param late whether that has passed and it was not told in time
   */
  public record Shown(
      UUID id,
      String happened,
      Instant happenedAt,
      Instant foundAt,
      int affected,
      String done,
      Instant boardDue,
      boolean late,
      Instant boardToldAt,
      Instant peopleToldAt) {}

  /**
   * What is written down.
   *
   * @param happened what, in words and without names
   * @param happenedAt since when, ISO 8601 in UTC; null where not known
   * @param foundAt when it was found
   * @param affected how many people
   * @param done what was done about it, or null
   */
  public record News(
      @NotBlank @Size(max = 4000) String happened,
      String happenedAt,
      @NotNull String foundAt,
      @NotNull @Min(0) Integer affected,
      @Size(max = 4000) String done) {}

  /**
   * Who was told.
   *
   * @param whom board or people
   * @param at ISO 8601 in UTC
   */
  public record Told(
      @NotNull @Pattern(regexp = "board|people", message = "board or people") String whom,
      @NotNull String at) {}

  public All all() {
    Instant now = Instant.now();
    return new All(breaches.latest().stream().map(breach -> shown(breach, now)).toList());
  }

  /**
   * @throws Problem INVALID for times that cannot be
   */
  public Shown write(News news) {
    Instant now = now();
    Breach breach =
        new Breach(
            news.happened().strip(),
            news.happenedAt() == null || news.happenedAt().isEmpty()
                ? null
                : time("happenedAt", news.happenedAt()),
            time("foundAt", news.foundAt()),
            news.affected(),
            news.done() == null || news.done().isBlank() ? null : news.done().strip(),
            now);
    breaches.add(breach);
    return shown(breach, now);
  }

  /**
   * @throws Problem NOT_FOUND where there is no such breach; CONFLICT where it was written down
   *     before; INVALID for a time that cannot be
   */
  public void told(UUID id, Told told) {
    breaches
        .find(id)
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such breach"))
        .told(told.whom().equals("board"), time("at", told.at()), now());
  }

  private static Instant time(String field, String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new Problem(Kind.INVALID, field, "A time such as 2026-11-22T08:00:00Z");
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Shown shown(Breach breach, Instant now) {
    Instant due = breach.foundAt().plus(Purposes.shipped().breach());
    Instant told = breach.boardToldAt();
    return new Shown(
        breach.id(),
        breach.happened(),
        breach.happenedAt(),
        breach.foundAt(),
        breach.affected(),
        breach.done(),
        due,
        (told == null ? now : told).isAfter(due),
        told,
        breach.peopleToldAt());
  }
}
