package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kadam.language.Language;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/** Somebody chooses the language she is spoken to in. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ChooseLanguage {

  @Inject private CurrentWorker current;

  /** The choice: en, hi or lo. */
  public record Choice(String language) {}

  /**
   * @throws Problem INVALID where Kadam does not have the language
   */
  public void choose(Choice choice) {
    Language language =
        Language.of(choice == null ? null : choice.language())
            .orElseThrow(() -> new Problem(Kind.INVALID, "language", "One of en, hi, lo"));
    current.require().choose(language, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
