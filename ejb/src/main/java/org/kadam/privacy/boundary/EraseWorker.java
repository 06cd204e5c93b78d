package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.control.Eraser;
import org.kadam.privacy.control.ErasureList;
import org.kadam.privacy.control.Holdings;
import org.kadam.privacy.control.People;
import org.kadam.privacy.entity.Erasures;
import org.kadam.privacy.entity.Requests;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * An administrator erases a worker of her places who has asked for it or has left: first she is
 * shown how much it is, then she confirms with the worker's code. It cannot be taken back.
 */
@Stateless
@RolesAllowed("admin")
public class EraseWorker {

  @Inject private People people;
  @Inject private Jurisdictions jurisdictions;
  @Inject private OrgUnits places;
  @Inject private Requests requests;
  @Inject private Holdings holdings;
  @Inject private Eraser eraser;
  @Inject private Erasures erasures;
  @Inject private ErasureList list;

  /**
   * What would go.
   *
   * @param code to be repeated as the confirmation
   * @param asked whether she has asked in Kadam
   * @param left whether she has left
   * @param rows how many rows lead to her, by table
   */
  public record Preview(String code, boolean asked, boolean left, Map<String, Long> rows) {}

  /**
   * The second confirmation.
   *
   * @param confirm the worker's code
   * @param onPaper true where she asked outside Kadam, and the paper is kept
   */
  public record Confirmation(String confirm, boolean onPaper) {}

  /**
   * @throws Problem NOT_FOUND where nobody of her places has this id
   */
  public Preview preview(UUID worker) {
    People.Person person = mine(worker);
    return new Preview(
        person.code(), requests.asksForErasure(worker), !person.active(), holdings.counts(worker));
  }

  /**
   * Erases her.
   *
   * @throws Problem NOT_FOUND where nobody of her places has this id; INVALID where the
   *     confirmation is not the code; CONFLICT for herself, and for who has not asked and not left
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void erase(UUID worker, Confirmation confirmation) {
    People.Person person = mine(worker);
    if (confirmation == null || !person.code().equalsIgnoreCase(confirmation.confirm())) {
      throw new Problem(Kind.INVALID, "confirm", "Repeat the worker's code");
    }
    if (person.id().equals(people.asking().id())) {
      throw new Problem(Kind.CONFLICT, "Another administrator has to erase you");
    }
    if (person.active() && !confirmation.onPaper() && !requests.asksForErasure(worker)) {
      throw new Problem(Kind.CONFLICT, "She has not asked for it, and has not left");
    }
    eraser.erase(worker, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    list.keep(erasures.all());
  }

  private People.Person mine(UUID worker) {
    Jurisdiction mine = jurisdictions.of(people.asking().id(), Role.ADMIN.code());
    Optional<People.Person> found = people.find(worker);
    // Her place is looked for in any case: nobody must not be found sooner than somebody else's.
    Optional<OrgUnit> place = places.find(found.map(People.Person::unit).orElse(worker));
    return found
        .filter(person -> mine.sees(place.orElseThrow().path(), person.department()))
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is nobody with this id here"));
  }
}
