package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.FirstPins;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.control.Slip;
import org.kadam.worker.control.SlipPages;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/**
 * A helper or an administrator makes sign-in slips to print: for each worker a new first PIN, which
 * ends the one before and whatever is signed in. Waits for the sign-in, so it runs outside any
 * transaction. Once a first PIN is made the pages come, whatever happens to the others; who could
 * not be given one stands on a page at the end.
 */
@Stateless
@RolesAllowed({"helper", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MakeSlips {

  /** Fifteen pages; more are made place by place. */
  static final int MOST = 120;

  @Inject
  @ConfigProperty(name = "KADAM_URL")
  private Optional<String> url;

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private FirstPins pins;
  @Inject private Accounts accounts;
  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Looks looks;

  /** A slip before its worker has a PIN. */
  private record Blank(Worker worker, String name, OrgUnit unit) {

    Slip with(String pin, ZonedDateTime until) {
      return new Slip(worker.code(), name, pin, worker.language(), until, unit.land());
    }
  }

  /**
   * Slips for some workers, or for all of a place who have not left.
   *
   * @param ids whose; null where it is a place
   * @param unit the place's code; null where it is workers
   * @param reached where the caller reached this server; printed unless a setting says better
   * @return pages, PDF/A-2a and PDF/UA-1
   * @throws Problem NOT_FOUND where one of them is nobody for whom the caller may, and then nothing
   *     was made; TOO_LARGE above 120; BUSY where not one could be made
   */
  public byte[] make(Collection<UUID> ids, String unit, String reached) {
    Worker maker = current.require();
    List<Worker> found = ids == null ? inside(maker, unit) : these(maker, ids);
    if (found.isEmpty()) {
      throw new Problem(Kind.NOT_FOUND, "There is nobody here for whom you make slips");
    }
    if (found.size() > MOST) {
      throw new Problem(Kind.TOO_LARGE, "At most " + MOST + " slips are made at once");
    }
    List<Slip> slips = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    Instant until = Instant.now().plus(FirstPins.GOOD);
    note(maker, found);
    for (Blank blank : blanks(found)) {
      make(blank.worker(), maker)
          .ifPresentOrElse(
              pin -> slips.add(blank.with(pin, until.atZone(blank.unit().timeZone()))),
              () -> leftOut.add(blank.worker().code()));
    }
    if (slips.isEmpty()) {
      throw new Problem(Kind.BUSY, "Not one could be made just now; try again in a moment");
    }
    return SlipPages.of(address(reached), maker.language(), slips, leftOut, made(maker));
  }

  /** Whoever prints a slip reads the name on it. */
  private void note(Worker maker, List<Worker> found) {
    right.roles(maker, found).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .forEach((role, ids) -> looks.note(maker.id(), role, Looks.Why.SLIPS, ids));
  }

  private Optional<String> make(Worker worker, Worker maker) {
    try {
      Optional<String> pin = pins.make(worker, maker.id());
      if (pin.isEmpty()) {
        accounts.hurry(worker.id(), Instant.now());
      }
      return pin;
    } catch (SignInFailed e) {
      return Optional.empty();
    }
  }

  private List<Worker> these(Worker maker, Collection<UUID> ids) {
    if (ids.size() > MOST) {
      throw new Problem(Kind.TOO_LARGE, "At most " + MOST + " slips are made at once");
    }
    List<Worker> found = new ArrayList<>();
    for (UUID id : new HashSet<>(ids)) {
      Worker worker = right.over(maker, id);
      if (!worker.active()) {
        throw new Problem(Kind.CONFLICT, "One of them has left, and her account is shut");
      }
      found.add(worker);
    }
    found.sort(java.util.Comparator.comparing(Worker::code));
    return found;
  }

  private List<Worker> inside(Worker maker, String unit) {
    OrgUnit place =
        units
            .byCode(unit.toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such place here"));
    // Staff may be among them for whom she may not, and people who have left.
    List<Worker> there =
        workers.inside(place.path(), right.of(maker), "", "", 3 * MOST).stream()
            .filter(Worker::active)
            .toList();
    Set<UUID> hers = right.roles(maker, there).keySet();
    return there.stream().filter(worker -> hers.contains(worker.id())).toList();
  }

  private List<Blank> blanks(List<Worker> found) {
    Map<UUID, String> called = names.of(found.stream().map(Worker::id).toList());
    Map<UUID, OrgUnit> places =
        units.byIds(found.stream().map(Worker::unitId).collect(Collectors.toSet()));
    return found.stream()
        .map(worker -> new Blank(worker, called.get(worker.id()), places.get(worker.unitId())))
        .toList();
  }

  private ZonedDateTime made(Worker maker) {
    return ZonedDateTime.now(units.find(maker.unitId()).orElseThrow().timeZone());
  }

  private String address(String reached) {
    return url.orElse(reached).replaceFirst("/+$", "");
  }
}
