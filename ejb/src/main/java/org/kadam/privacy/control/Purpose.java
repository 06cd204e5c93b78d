package org.kadam.privacy.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kadam.language.Texts;

/**
 * Why something about a person is kept.
 *
 * @param ground service, consent or law
 * @param version of the text of a consent; 0 where no consent is needed
 * @param days how long, or null for until she is erased
 * @param from after what, such as {@code left}; null where there is no period
 */
public record Purpose(String id, String ground, int version, Integer days, String from) {

  /** The ground of what is only kept and read after a worker's own yes. */
  public static final String CONSENT = "consent";

  public boolean needsConsent() {
    return ground.equals(CONSENT);
  }

  /** What happened before this has been kept long enough; empty where there is no period. */
  public Optional<Instant> limit(Instant now) {
    return Optional.ofNullable(days).map(period -> now.minus(Duration.ofDays(period)));
  }

  /** What is kept. */
  public Texts what() {
    return Purposes.words().text("purpose." + id + ".what");
  }

  /** Why. */
  public Texts why() {
    return Purposes.words().text("purpose." + id + ".why");
  }

  /** On what ground. */
  public Texts onGround() {
    return Purposes.words().text("ground." + ground);
  }

  /** For how long, in words. */
  public Texts keeps() {
    if (days == null) {
      return Purposes.words().text(needsConsent() ? "keeps.yes" : "keeps.ever");
    }
    String number = days.toString();
    return Purposes.words()
        .text("keeps." + from, Map.of("days", new Texts(number, number, number)));
  }
}
