package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.language.Texts;
import org.kadam.privacy.control.ConsentSaid;
import org.kadam.privacy.control.People;
import org.kadam.privacy.control.Purpose;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Consents;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** Somebody reads what she has said yes to, says yes, or takes it back: all the same way. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ChooseConsents {

  @Inject private People people;
  @Inject private Consents consents;
  @Inject private Event<ConsentSaid> said;

  /** Everything she can say yes to; {@code no} is what a no leads to. */
  public record Mine(List<Asked> consents, Texts no) {}

  /**
   * One thing that she is asked.
   *
   * @param version of the text; a yes to an older one does not hold
   * @param saidAt when she last said anything, or null
   */
  public record Asked(
      String purpose, int version, Texts title, Texts text, boolean given, Instant saidAt) {}

  /**
   * Her word.
   *
   * @param version of the text that she had before her
   */
  public record Word(@NotNull String purpose, @NotNull Integer version, @NotNull Boolean given) {}

  public Mine mine() {
    return of(people.asking().id());
  }

  /**
   * Takes her word and gives how things stand now.
   *
   * @throws Problem INVALID where nobody asks for that, CONFLICT where she read an older text
   */
  public Mine say(Word word) {
    UUID me = people.asking().id();
    Purpose purpose =
        Purposes.shipped().asked().stream()
            .filter(asked -> asked.id().equals(word.purpose()))
            .findFirst()
            .orElseThrow(() -> new Problem(Kind.INVALID, "purpose", "Nobody asks for that"));
    // A no is a no, whatever the text was.
    if (word.given() && purpose.version() != word.version()) {
      throw new Problem(Kind.CONFLICT, "version", "The text has changed; read it again");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    consents.say(me, new Consents.Said(purpose.id(), purpose.version(), word.given(), now));
    said.fire(new ConsentSaid(me, purpose.id(), word.given()));
    return of(me);
  }

  private Mine of(UUID me) {
    Map<String, Consents.Said> last = consents.of(me);
    return new Mine(
        Purposes.shipped().asked().stream()
            .map(purpose -> asked(purpose, last.get(purpose.id())))
            .toList(),
        Purposes.words().text("consent.no"));
  }

  private static Asked asked(Purpose purpose, Consents.Said last) {
    String key = "consent." + purpose.id();
    return new Asked(
        purpose.id(),
        purpose.version(),
        Purposes.words().text(key + ".title"),
        Purposes.words().text(key + ".text"),
        last != null && last.given() && last.version() == purpose.version(),
        last == null ? null : last.saidAt());
  }
}
