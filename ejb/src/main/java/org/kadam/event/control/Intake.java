package org.kadam.event.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
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

  /** Takes what the voucher can stand for and quarantines what it cannot. */
  public Receipt take(Batch batch, Voucher voucher, Instant receivedAt) {
    Receipt.Result[] results = new Receipt.Result[batch.events().size()];
    List<Quarantine.Case> cases = new ArrayList<>();
    Map<Integer, Envelope> sound = new LinkedHashMap<>();
    for (int i = 0; i < results.length; i++) {
      JsonValue value = batch.events().get(i);
      try {
        sound.put(i, vouched(value, voucher));
      } catch (Envelope.Unfit unfit) {
        results[i] = aside(value, unfit.getMessage(), cases);
      }
    }
    Map<UUID, byte[]> digests = new HashMap<>();
    Set<UUID> added = write(batch, sound, voucher, receivedAt, digests);
    sound.forEach(
        (i, envelope) -> {
          // The first of an id that was added is the one that was accepted.
          boolean same = Arrays.equals(envelope.digest(), digests.get(envelope.id()));
          if (added.remove(envelope.id())) {
            results[i] = new Receipt.Result(envelope.id().toString(), "accepted", null);
          } else if (same) {
            results[i] = new Receipt.Result(envelope.id().toString(), "known", null);
          } else {
            results[i] = aside(batch.events().get(i), "altered", cases);
          }
        });
    if (!cases.isEmpty()) {
      quarantine.keep(cases, voucher.key(), voucher.session(), receivedAt);
    }
    return new Receipt(List.of(results));
  }

  private static Envelope vouched(JsonValue value, Voucher voucher) throws Envelope.Unfit {
    if (voucher.refusal() != null) {
      throw new Envelope.Unfit(voucher.refusal());
    }
    Envelope envelope = Envelope.of(value);
    if (!envelope.worker().equals(voucher.worker())) {
      throw new Envelope.Unfit("not-yours");
    }
    return envelope;
  }

  /** Adds one of each id, in the order of the ids, so that two batches cannot wait in a circle. */
  private Set<UUID> write(
      Batch batch,
      Map<Integer, Envelope> sound,
      Voucher voucher,
      Instant receivedAt,
      Map<UUID, byte[]> digests) {
    Map<String, Ledger.Entry> entries = new TreeMap<>();
    for (Envelope envelope : sound.values()) {
      if (digests.putIfAbsent(envelope.id(), envelope.digest()) == null) {
        entries.put(envelope.id().toString(), entry(envelope, batch.sentAt(), receivedAt));
      }
    }
    if (entries.isEmpty()) {
      return Set.of();
    }
    Set<UUID> added =
        ledger.add(List.copyOf(entries.values()), batch.sentAt(), receivedAt, voucher.source());
    if (added.size() < entries.size()) {
      List<UUID> here = digests.keySet().stream().filter(id -> !added.contains(id)).toList();
      digests.putAll(ledger.digests(here));
    }
    return added;
  }

  private static Ledger.Entry entry(Envelope envelope, Instant sentAt, Instant receivedAt) {
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
        CanonicalJson.text(envelope.body()));
  }

  /** The phone's clock is off by what it said at sending; and nothing happened after it came in. */
  static Instant corrected(Instant at, Instant sentAt, Instant receivedAt) {
    Instant shifted = at.plus(Duration.between(sentAt, receivedAt));
    if (shifted.isAfter(receivedAt)) {
      return receivedAt;
    }
    return shifted.isBefore(Instant.EPOCH) ? Instant.EPOCH : shifted;
  }

  private static Receipt.Result aside(JsonValue value, String reason, List<Quarantine.Case> cases) {
    UUID id = Envelope.claimedId(value).orElse(null);
    UUID worker = Envelope.claimedWorker(value).orElse(null);
    cases.add(new Quarantine.Case(id, worker, reason, value.toString()));
    return new Receipt.Result(id == null ? null : id.toString(), "quarantined", reason);
  }
}
