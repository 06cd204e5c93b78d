package org.kadam.equity.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.kadam.assessment.entity.Forms;
import org.kadam.equity.control.Hardest;
import org.kadam.equity.entity.Struggles;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.control.SmallNumbers;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * Tells whoever leads the monthly meeting which tasks most of the group could not do, so that they
 * are practised there. Of her own places alone, without a name, and nothing of a small group.
 */
@Stateless
@RolesAllowed({"helper", "trainer", "officer"})
public class ShowHardest {

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private OrgUnits places;
  @Inject private Struggles struggles;
  @Inject private Forms forms;

  /** A task as it is told: the end of "they could not yet …", and for how many of ten. */
  public record Task(Texts can, int tenths) {}

  /** A group by its place; no tasks where it is small, or its numbers are. */
  public record Group(String code, Texts place, List<Task> tasks) {}

  /**
   * @param asOf the day, in the places' time
   */
  public record Told(LocalDate asOf, SmallNumbers rule, List<Group> groups) {}

  /**
   * @throws Problem FORBIDDEN where no place is assigned to her
   */
  public Told told() {
    UUID me = current.id();
    Jurisdiction seen =
        new Jurisdiction(
            Stream.of(Role.HELPER, Role.TRAINER, Role.OFFICER)
                .flatMap(role -> jurisdictions.of(me, role.code()).grants().stream())
                .toList());
    if (seen.grants().isEmpty()) {
      throw new Problem(Kind.FORBIDDEN, "No place is assigned to her");
    }
    Map<String, Struggles.Group> groups = new TreeMap<>();
    seen.grants().forEach(grant -> inside(grant, groups));
    Map<String, OrgUnit> known = places.byCodes(groups.keySet());
    OrgUnit own = places.find(current.require().unitId()).orElseThrow();
    return new Told(
        LocalDate.now(own.timeZone()),
        SmallNumbers.RULE,
        groups.entrySet().stream()
            .map(each -> group(each.getValue(), known.get(each.getKey())))
            .toList());
  }

  /** The groups of one grant; where it is narrower than a group, its own place is the group. */
  private void inside(Jurisdiction.Grant grant, Map<String, Struggles.Group> groups) {
    List<String> path = List.of(grant.path().substring(1).split("/"));
    String place = path.get(path.size() - 1);
    for (Struggles.Group group : struggles.inside(new Jurisdiction(List.of(grant)))) {
      groups.putIfAbsent(path.contains(group.place()) ? place : group.place(), group);
    }
  }

  private Group group(Struggles.Group group, OrgUnit place) {
    return new Group(
        place.code(),
        place.names(),
        Hardest.of(group, SmallNumbers.RULE).stream()
            .flatMap(
                task -> forms.task(task.item()).map(can -> new Task(can, task.tenths())).stream())
            .toList());
  }
}
