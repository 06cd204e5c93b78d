package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.Land;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.control.Holdings;
import org.kadam.privacy.control.KeptPage;
import org.kadam.privacy.control.People;
import org.kadam.privacy.control.Purpose;
import org.kadam.privacy.control.Purposes;

/** Somebody reads everything that is kept about her, for a program or on a page. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ShowKept {

  @Inject private People people;
  @Inject private Holdings holdings;
  @Inject private OrgUnits places;

  @Inject
  @ConfigProperty(name = "KADAM_PRIVACY_OFFICER")
  private Optional<String> officer;

  /**
   * Everything.
   *
   * @param officer who answers for it, or null where no one was named
   */
  public record Everything(UUID worker, Instant asOf, String officer, List<Part> parts) {}

  /**
   * Records of one kind.
   *
   * @param ground service, consent or law
   * @param days for how long after the moment that {@code keeps} names; null for until erased
   * @param source where it came from
   */
  public record Part(
      String what,
      Texts title,
      String purpose,
      Texts why,
      String ground,
      Integer days,
      Texts keeps,
      String source,
      List<Map<String, Object>> records) {}

  public Everything mine() {
    return of(people.asking().id());
  }

  /** The same as a page in her language, for reading and printing. */
  public String page() {
    People.Person me = people.asking();
    OrgUnit place = places.find(me.unit()).orElseThrow();
    Instant now = Instant.now();
    return new KeptPage(
            me.language(), place.timeZone(), place.land() == Land.LA, officer.orElse(null))
        .of(kept(me.id()), now);
  }

  private List<Holding.Kept> kept(UUID worker) {
    return holdings.all().stream().flatMap(h -> h.export(worker).stream()).toList();
  }

  private Everything of(UUID worker) {
    return new Everything(
        worker,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        officer.orElse(null),
        kept(worker).stream().map(ShowKept::part).toList());
  }

  private static Part part(Holding.Kept kept) {
    Purpose purpose = Purposes.shipped().named(kept.purpose());
    return new Part(
        kept.what(),
        Purposes.words().text("kept." + kept.what()),
        purpose.id(),
        purpose.why(),
        purpose.ground(),
        purpose.days(),
        purpose.keeps(),
        kept.source(),
        kept.records().stream().map(ShowKept::plain).toList());
  }

  private static Map<String, Object> plain(JsonObject record) {
    return new java.util.LinkedHashMap<>(record);
  }
}
