package org.kadam.event.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.kadam.event.entity.Ledger;
import org.kadam.event.entity.Quarantine;
import org.kadam.json.CanonicalJson;

/**
 * Takes a batch into the ledger: the only way in. Each event is answered apart; what cannot be
 * accepted is quarantined, and the rest goes on. Nothing else happens in its transaction, so
 * nothing else can undo it.
 */
@Stateless
@PermitAll
public class Intake {

  @Inject private Ledger ledger;
  @Inject private Quarantine quarantine;

  Intake(Ledger ledger, Quarantine quarantine) {
    this.ledger = ledger;
    this.quarantine = quarantine;
  }

  /** For the container. */
  public Intake() {}

  /** Takes a batch in the clear, all of which one voucher stands for. */
  public Receipt take(Batch batch, Voucher voucher, Instant receivedAt) {
    List<Arrival> arrivals =
        batch.events().stream().map(event -> Arrival.clear(event, voucher)).toList();
    return take(arrivals, batch.sentAt(), receivedAt);
  }

  /** Takes what its voucher can stand for and quarantines what it cannot; answers in this order. */
  public Receipt take(List<Arrival> arrivals, Instant sentAt, Instant receivedAt) {
    Receipt.Result[] results = new Receipt.Result[arrivals.size()];
    List<Quarantine.Case> cases = new ArrayList<>();
    Map<Integer, Envelope> sound = new LinkedHashMap<>();
    for (int i = 0; i < results.length; i++) {
      try {
        sound.put(i, vouched(arrivals.get(i)));
      } catch (Envelope.Unfit unfit) {
        results[i] = aside(arrivals.get(i), unfit.getMessage(), cases);
      }
    }
    Map<UUID, byte[]> digests = new HashMap<>();
    Set<UUID> added = write(arrivals, sound, sentAt, receivedAt, digests);
    sound.forEach(
        (i, envelope) -> {
          // The first of an id that was added is the one that was accepted.
          boolean same = Arrays.equals(envelope.digest(), digests.get(envelope.id()));
          if (added.remove(envelope.id())) {
            results[i] = new Receipt.Result(envelope.id().toString(), "accepted", null);
          } else if (same) {
            results[i] = new Receipt.Result(envelope.id().toString(), "known", null);
          } else {
            results[i] = aside(arrivals.get(i), "altered", cases);
          }
        });
    if (!cases.isEmpty()) {
      quarantine.keep(cases, receivedAt);
    }
    return new Receipt(List.of(results));
  }

  private static Envelope vouched(Arrival arrival) throws Envelope.Unfit {
    Voucher voucher = arrival.voucher();
    if (voucher.refusal() != null) {
      throw new Envelope.Unfit(voucher.refusal());
    }
    Envelope envelope = Envelope.of(arrival.event());
    if (!envelope.worker().equals(voucher.worker())) {
      throw new Envelope.Unfit("not-yours");
    }
    return envelope;
  }

  /** Adds one of each id, in the order of the ids, so that two batches cannot wait in a circle. */
  private Set<UUID> write(
      List<Arrival> arrivals,
      Map<Integer, Envelope> sound,
      Instant sentAt,
      Instant receivedAt,
      Map<UUID, byte[]> digests) {
    Map<String, Ledger.Entry> entries = new TreeMap<>();
    sound.forEach(
        (i, envelope) -> {
          if (digests.putIfAbsent(envelope.id(), envelope.digest()) == null) {
            String source = arrivals.get(i).voucher().source();
            entries.put(envelope.id().toString(), entry(envelope, sentAt, receivedAt, source));
          }
        });
    if (entries.isEmpty()) {
      return Set.of();
    }
    Set<UUID> added = ledger.add(List.copyOf(entries.values()), sentAt, receivedAt);
    if (added.size() < entries.size()) {
      List<UUID> here = digests.keySet().stream().filter(id -> !added.contains(id)).toList();
      digests.putAll(ledger.digests(here));
    }
    return added;
  }

  private static Ledger.Entry entry(
      Envelope envelope, Instant sentAt, Instant receivedAt, String source) {
    return new Ledger.Entry(
        envelope.id(),
        envelope.type(),
        envelope.v(),
        envelope.worker(),
        envelope.device(),
        envelope.seq(),
        envelope.at(),
        corrected(envelope.at(), sentAt, receivedAt),
        envelope.contentHash(),
        envelope.digest(),
        CanonicalJson.text(envelope.body()),
        source);
  }

  /** The phone's clock is off by what it said at sending; and nothing happened after it came in. */
  static Instant corrected(Instant at, Instant sentAt, Instant receivedAt) {
    Instant shifted = at.plus(Duration.between(sentAt, receivedAt));
    if (shifted.isAfter(receivedAt)) {
      return receivedAt;
    }
    return shifted.isBefore(Instant.EPOCH) ? Instant.EPOCH : shifted;
  }

  private static Receipt.Result aside(Arrival what, String reason, List<Quarantine.Case> cases) {
    Voucher voucher = what.voucher();
    cases.add(
        new Quarantine.Case(
            what.id(),
            what.worker(),
            reason,
            what.raw().toString(),
            voucher.key(),
            voucher.session()));
    String id = what.id() == null ? null : what.id().toString();
    return new Receipt.Result(id, "quarantined", reason);
  }
}
