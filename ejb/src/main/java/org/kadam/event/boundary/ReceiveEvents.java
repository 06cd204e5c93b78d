package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kadam.event.control.Arrival;
import org.kadam.event.control.Batch;
import org.kadam.event.control.EventFigures;
import org.kadam.event.control.Intake;
import org.kadam.event.control.Opening;
import org.kadam.event.control.PhoneSignature;
import org.kadam.event.control.Receipt;
import org.kadam.event.control.Voucher;
import org.kadam.event.entity.PhoneKey;
import org.kadam.event.entity.PhoneKeys;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * Receives what a phone sends. A sealed entry, and a signed batch, count as the work of the key's
 * worker, whoever is signed in; what is neither, only as the work of who is. Reading and checking
 * come first and hold no connection; the intake is one short transaction; who reads the ledger is
 * told after it.
 */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiveEvents {

  /** The most bytes of one batch; a reader of a request need not read on. */
  public static final int LARGEST = Batch.LARGEST;

  @Inject private CurrentWorker current;
  @Inject private PhoneKeys keys;
  @Inject private Opening opening;
  @Inject private Intake intake;
  @Inject private DriveProjections projections;
  @Inject private EventFigures figures;

  /**
   * Takes a batch.
   *
   * @param raw the exact bytes of the body
   * @param key the header {@code Kadam-Key}, or null
   * @param signature the header {@code Kadam-Signature}, or null
   * @throws Problem TOO_LARGE or INVALID for what is no batch, FORBIDDEN for one that nobody
   *     vouches for and that tells of somebody else; a broken event does not throw
   */
  public Receipt receive(byte[] raw, String key, String signature) {
    Batch batch = Batch.parse(raw);
    UUID session = current.id();
    Voucher voucher =
        key == null && signature == null
            ? Voucher.session(session)
            : signed(raw, key, signature, session);
    List<Arrival> arrivals = new ArrayList<>();
    batch.events().forEach(event -> arrivals.add(Arrival.clear(event, voucher)));
    if (voucher.isSession()) {
      onlyOwn(arrivals, session);
    }
    arrivals.addAll(opening.open(batch.sealed(), session));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Receipt receipt = intake.take(arrivals, batch.sentAt(), now);
    projections.soon();
    figures.count(receipt);
    return receipt;
  }

  /**
   * A phone may think that another is signed in than is. What it sends then is refused as a whole,
   * so that it keeps it until it can be vouched for; in quarantine it would be out of its reach.
   */
  private static void onlyOwn(List<Arrival> arrivals, UUID session) {
    for (Arrival arrival : arrivals) {
      if (arrival.worker() != null && !arrival.worker().equals(session)) {
        throw new Problem(
            Kind.FORBIDDEN, "Without a signature only events of who is signed in are taken");
      }
    }
  }

  private Voucher signed(byte[] raw, String name, String signature, UUID session) {
    Optional<UUID> id = PhoneKey.id(name);
    Optional<PhoneKey> key = id.flatMap(keys::find);
    if (key.isEmpty()) {
      return Voucher.nobody("unknown-key", id.orElse(null), session);
    }
    return PhoneSignature.holds(key.get().publicKey(), raw, signature)
        ? Voucher.key(key.get().workerId(), key.get().id(), session)
        : Voucher.nobody("bad-signature", key.get().id(), session);
  }
}
