package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.event.control.Arrival;
import org.kadam.event.control.Intake;
import org.kadam.event.control.Receipt;
import org.kadam.event.control.Revival;
import org.kadam.event.entity.QuarantineDesk;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * An administrator looks at what could not be accepted, and lets it in again where the reason is
 * gone: a key that was found again, a release that knows more. She sees what claims to be of her
 * places, and what claims nobody whom we know and came in the session of somebody there.
 */
@Stateless
@RolesAllowed("admin")
public class ReviewQuarantine {

  private static final int PAGE = 50;

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private QuarantineDesk quarantine;
  @Inject private Revival revival;
  @Inject private Intake intake;
  @Inject private DriveProjections projections;

  /**
   * @param reasons how many there are for each reason
   * @param entries one page, the latest first
   * @param next what to go on after, or null on the last page
   */
  public record Page(Map<String, Long> reasons, List<QuarantineDesk.Line> entries, Long next) {}

  /**
   * One kept thing.
   *
   * @param raw as it came: the event as JSON, or a sealed entry as a JSON string
   */
  public record Kept(QuarantineDesk.Line entry, Instant sentAt, String raw) {}

  /**
   * One page.
   *
   * @param reason a short code; null or empty for all
   * @param after the id to go on after; null for the first page
   */
  public Page page(String reason, Long after) {
    Jurisdiction seen = seen();
    String only = reason == null || reason.isEmpty() ? null : reason;
    List<QuarantineDesk.Line> found = quarantine.page(seen, only, after, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<QuarantineDesk.Line> page = more ? found.subList(0, PAGE) : found;
    return new Page(
        new TreeMap<>(quarantine.reasons(seen)), page, more ? page.get(PAGE - 1).id() : null);
  }

  /**
   * One with its content.
   *
   * @throws Problem NOT_FOUND where there is none, or it is another place's
   */
  public Kept show(long id) {
    QuarantineDesk.Held held = held(id);
    return new Kept(held.line(), held.sentAt(), held.raw());
  }

  /**
   * Lets one come in again, by the same way as if it had just come; it leaves the quarantine if it
   * is in the ledger then, and stays with the reason of today if it is not.
   *
   * @throws Problem NOT_FOUND where there is none, or it is another place's
   */
  public Receipt.Result readmit(long id) {
    QuarantineDesk.Held held = held(id);
    Arrival arrival = revival.of(held);
    Instant receivedAt = held.line().receivedAt();
    Instant sentAt = held.sentAt() == null ? receivedAt : held.sentAt();
    Receipt.Result result = intake.take(List.of(arrival), sentAt, receivedAt).results().get(0);
    if (!held.line().reason().equals(result.reason())) {
      // Accepted, or kept anew for another reason.
      quarantine.remove(id);
      projections.soon();
    }
    return result;
  }

  private QuarantineDesk.Held held(long id) {
    return quarantine
        .take(id, seen())
        .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is nothing kept of this number"));
  }

  private Jurisdiction seen() {
    return jurisdictions.of(current.id(), Role.ADMIN.code());
  }
}
