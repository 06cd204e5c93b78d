package org.kadam.worker.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.orgunit.entity.StaffAssignment;
import org.kadam.orgunit.entity.StaffAssignments;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/** Somebody asks who she is here: what she may do, where, and who helps her. */
@Stateless
@DeclareRoles({"worker", "helper", "trainer", "officer", "admin"})
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class TellWhoIAm {

  @Resource private SessionContext session;
  @Inject private CurrentWorker current;
  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private StaffAssignments assignments;

  /**
   * Who the caller is.
   *
   * @param roles what she may do, from her account
   * @param land {@code in} or {@code la}: which variant of the content is hers
   * @param helper who helps her first, or null
   */
  public record Me(
      UUID id,
      String code,
      String name,
      List<String> roles,
      String language,
      String land,
      String cadre,
      Place place,
      List<Assignment> assignments,
      Helper helper) {}

  /** A place by its code and its names. */
  public record Place(String code, Texts name) {}

  /** A role in a place; department null for every one; whether names are seen or only numbers. */
  public record Assignment(String role, Place place, String department, boolean names) {}

  /** Who helps. */
  public record Helper(String name) {}

  public Me tell() {
    Worker me = current.require();
    OrgUnit unit = units.find(me.unitId()).orElseThrow();
    return new Me(
        me.id(),
        me.code(),
        names.of(List.of(me.id())).get(me.id()),
        Stream.of(Role.values()).map(Role::code).filter(session::isCallerInRole).toList(),
        me.language().tag(),
        unit.land().code(),
        me.cadre().code(),
        place(unit),
        assignments(me),
        helper(me, unit));
  }

  private static Place place(OrgUnit unit) {
    return new Place(unit.code(), unit.names());
  }

  private List<Assignment> assignments(Worker me) {
    List<StaffAssignment> mine = assignments.of(me.id());
    Map<UUID, OrgUnit> places =
        units.byIds(mine.stream().map(StaffAssignment::unitId).collect(Collectors.toSet()));
    return mine.stream()
        .map(
            one ->
                new Assignment(
                    one.role().code(),
                    place(places.get(one.unitId())),
                    one.department().map(Department::code).orElse(null),
                    Jurisdiction.Grant.of(one, places.get(one.unitId())).names()))
        .toList();
  }

  /** The nearest helper who is still there, by name: she is the one to be asked. */
  private Helper helper(Worker me, OrgUnit unit) {
    List<UUID> near = assignments.helpersFor(unit, me.department());
    Map<UUID, Worker> people = workers.byIds(near);
    return near.stream()
        .filter(id -> !id.equals(me.id()) && people.get(id).active())
        .findFirst()
        .map(id -> new Helper(names.of(List.of(id)).get(id)))
        .orElse(null);
  }
}
