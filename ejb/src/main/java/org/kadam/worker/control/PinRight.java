package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.orgunit.entity.StaffAssignment;
import org.kadam.orgunit.entity.StaffAssignments;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * Who may make a new first PIN for whom, change her phone number, or shut her account. With the
 * first two one can sign in as somebody, so nobody gets at more than she has already: an
 * administrator for those of her places, a helper for those whom she knows by name, and both only
 * for such as may see nothing that she may not; nobody for herself.
 */
@ApplicationScoped
public class PinRight {

  @Inject private Workers workers;
  @Inject private Jurisdictions jurisdictions;
  @Inject private StaffAssignments assignments;
  @Inject private OrgUnits units;

  /**
   * The worker of an id for whom this may be done. Somebody else's worker is looked for in the same
   * query as nobody, so that it takes no longer either.
   *
   * @throws Problem NOT_FOUND where there is nobody with this id, or somebody else's worker: who
   *     asks cannot tell the two apart
   */
  public Worker over(Worker maker, UUID id) {
    return workers
        .find(id, of(maker))
        .filter(found -> has(maker, found))
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is nobody with this id here"));
  }

  /**
   * The worker of an id who is still there, and whom the caller helps and knows by name.
   *
   * @throws Problem NOT_FOUND where she is not; who asks cannot tell why
   */
  public Worker helped(Worker helper, UUID id) {
    return hers(helper, id)
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is nobody with this id here"));
  }

  /** Whether the caller helps the worker of an id, who is still there, and knows her by name. */
  public boolean helps(Worker helper, UUID id) {
    return hers(helper, id).isPresent();
  }

  private Optional<Worker> hers(Worker helper, UUID id) {
    return workers
        .find(id)
        .filter(found -> found.active() && role(helper, found).equals(Optional.of(Role.HELPER)));
  }

  public boolean has(Worker maker, Worker worker) {
    return role(maker, worker).isPresent();
  }

  /** The role in which she has this right for a worker: as a helper she knows her by name. */
  public Optional<Role> role(Worker maker, Worker worker) {
    return Optional.ofNullable(roles(maker, List.of(worker)).get(worker.id()));
  }

  /** The same for many; those for whom she has it not are not among them. */
  public Map<UUID, Role> roles(Worker maker, List<Worker> asked) {
    if (asked.isEmpty()) {
      return Map.of();
    }
    Jurisdiction knows = knows(maker);
    Jurisdiction answersFor = answersFor(maker);
    Staff staff = staff(asked);
    Map<UUID, Role> roles = new HashMap<>();
    for (Worker worker : asked) {
      if (maker.id().equals(worker.id())) {
        continue;
      }
      if (staff.inside(worker, knows, EnumSet.of(Role.WORKER, Role.HELPER))) {
        roles.put(worker.id(), Role.HELPER);
      } else if (staff.inside(worker, answersFor, EnumSet.allOf(Role.class))) {
        roles.put(worker.id(), Role.ADMIN);
      }
    }
    return roles;
  }

  /** The places in which she has this right for whoever is no staff; may be empty. */
  public Jurisdiction of(Worker maker) {
    List<Jurisdiction.Grant> grants = new ArrayList<>(answersFor(maker).grants());
    grants.addAll(knows(maker).grants());
    return new Jurisdiction(grants);
  }

  private Jurisdiction answersFor(Worker maker) {
    return jurisdictions.of(maker.id(), Role.ADMIN.code());
  }

  private Jurisdiction knows(Worker maker) {
    return jurisdictions.of(maker.id(), Role.HELPER.code()).named();
  }

  private Staff staff(List<Worker> asked) {
    Map<UUID, List<StaffAssignment>> mine =
        assignments.of(asked.stream().map(Worker::id).toList()).stream()
            .collect(Collectors.groupingBy(StaffAssignment::workerId));
    Set<UUID> places = asked.stream().map(Worker::unitId).collect(Collectors.toSet());
    mine.values().forEach(some -> some.forEach(one -> places.add(one.unitId())));
    return new Staff(mine, units.byIds(places));
  }

  /** What some workers are assigned to, and where that is. */
  private record Staff(Map<UUID, List<StaffAssignment>> assignments, Map<UUID, OrgUnit> places) {

    boolean inside(Worker worker, Jurisdiction mine, Set<Role> roles) {
      return mine.sees(path(worker.unitId()), worker.department())
          && assignments.getOrDefault(worker.id(), List.of()).stream()
              .allMatch(other -> roles.contains(other.role()) && within(other, mine));
    }

    private boolean within(StaffAssignment other, Jurisdiction mine) {
      return other.role() == Role.WORKER
          || mine.sees(path(other.unitId()), other.department().orElse(null));
    }

    private String path(UUID unit) {
      return places.get(unit).path();
    }
  }
}
