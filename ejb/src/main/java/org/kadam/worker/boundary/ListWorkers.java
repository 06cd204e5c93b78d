package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/**
 * The workers whose accounts somebody looks after: a helper's own by name, everybody by code alone
 * for an administrator, who needs no names for it.
 */
@Stateless
@RolesAllowed({"helper", "admin"})
public class ListWorkers {

  private static final int PAGE = 200;

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Looks looks;

  /** A place by its code and its names. */
  public record Place(String code, Texts name) {}

  /**
   * A worker.
   *
   * @param name null where she is known by her worker id alone
   * @param active false where she has left
   */
  public record Line(
      UUID id, String code, String name, String cadre, String land, Place place, boolean active) {}

  /**
   * @param next the code to go on after, or null on the last page
   */
  public record Page(List<Line> workers, String next) {}

  /**
   * One page, in the order of the codes.
   *
   * @param unit only inside the place of this code; null or empty for everywhere
   * @param code only codes that begin like this; null or empty for all
   * @param after the code to go on after; null or empty for the first page
   */
  public Page page(String unit, String code, String after) {
    Worker me = current.require();
    List<Worker> found =
        workers.inside(path(unit), right.of(me), upper(code), upper(after), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Worker> page = more ? found.subList(0, PAGE) : found;
    Map<UUID, Role> roles = right.roles(me, page);
    List<UUID> known = roles.keySet().stream().filter(id -> roles.get(id) == Role.HELPER).toList();
    Map<UUID, String> called = names.of(known);
    looks.note(me.id(), Role.HELPER, Looks.Why.LIST, known);
    Map<UUID, OrgUnit> places =
        units.byIds(page.stream().map(Worker::unitId).collect(Collectors.toSet()));
    return new Page(
        page.stream()
            .filter(worker -> roles.containsKey(worker.id()))
            .map(worker -> line(worker, called.get(worker.id()), places.get(worker.unitId())))
            .toList(),
        more ? page.get(PAGE - 1).code() : null);
  }

  private static Line line(Worker worker, String name, OrgUnit unit) {
    return new Line(
        worker.id(),
        worker.code(),
        name,
        worker.cadre().code(),
        unit.land().code(),
        new Place(unit.code(), unit.names()),
        worker.active());
  }

  private String path(String unit) {
    return unit == null || unit.isBlank()
        ? "/"
        : units
            .byCode(upper(unit))
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such place here"))
            .path();
  }

  /** Codes hold no signs that a pattern gives a meaning to; what does is nobody's code. */
  private static String upper(String code) {
    return code == null ? "" : code.strip().toUpperCase(Locale.ROOT).replaceAll("[%_\\\\]", "");
  }
}
