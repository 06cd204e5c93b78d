package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.kadam.event.entity.PhoneKey;
import org.kadam.event.entity.PhoneKeys;
import org.kadam.json.StrictJson;
import org.kadam.problem.Problem;

/**
 * Opens sealed entries. Only the key that sealed an entry can have made it, so what is inside was
 * done by the key's worker, whoever carried it here and whoever is signed in.
 */
@ApplicationScoped
public class Opening {

  @Inject private Seals seals;
  @Inject private AgreedKeys agreed;
  @Inject private PhoneKeys keys;

  Opening() {
    // for the container
  }

  /** For use without a container. */
  Opening(Seals seals, AgreedKeys agreed) {
    this.seals = seals;
    this.agreed = agreed;
  }

  /**
   * Opens these, in their order.
   *
   * @param session the worker who is signed in, or null
   */
  public List<Arrival> open(List<? extends JsonValue> sealed, UUID session) {
    List<Optional<SealedEntry>> entries = sealed.stream().map(Opening::entry).toList();
    Set<UUID> named =
        entries.stream()
            .flatMap(Optional::stream)
            .map(SealedEntry::key)
            .collect(Collectors.toSet());
    Map<UUID, PhoneKey> known = known(named);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      JsonValue raw = sealed.get(i);
      arrivals.add(
          entries
              .get(i)
              .map(entry -> open(raw, entry, known.get(entry.key()), session))
              .orElseGet(
                  () ->
                      Arrival.closed(
                          raw, null, null, Voucher.nobody("sealed-unreadable", null, session))));
    }
    return arrivals;
  }

  private Map<UUID, PhoneKey> known(Collection<UUID> named) {
    return named.isEmpty()
        ? Map.of()
        : keys.find(named).stream().collect(Collectors.toMap(PhoneKey::id, Function.identity()));
  }

  private static Optional<SealedEntry> entry(JsonValue value) {
    return value instanceof JsonString text
        ? SealedEntry.parse(text.getString())
        : Optional.empty();
  }

  /** Opens one whose key has been looked up. */
  Arrival open(JsonValue raw, SealedEntry entry, PhoneKey key, UUID session) {
    if (key == null) {
      return Arrival.closed(
          raw, entry.id(), null, Voucher.nobody("unknown-key", entry.key(), session));
    }
    UUID worker = key.workerId();
    Optional<SealKey> seal = seals.find(entry.seal());
    if (seal.isEmpty()) {
      return Arrival.closed(
          raw, entry.id(), worker, Voucher.nobody("unknown-seal", key.id(), session));
    }
    SecretKey secret = agreed.of(key, seal.get());
    return entry
        .open(secret)
        .flatMap(Opening::event)
        .filter(event -> Envelope.claimedId(event).filter(entry.id()::equals).isPresent())
        .map(event -> Arrival.opened(raw, event, Voucher.key(worker, key.id(), session)))
        .orElseGet(
            () ->
                Arrival.closed(
                    raw,
                    entry.id(),
                    worker,
                    Voucher.nobody("sealed-unreadable", key.id(), session)));
  }

  private static Optional<JsonObject> event(byte[] inside) {
    try {
      return Optional.of(StrictJson.object(inside));
    } catch (Problem e) {
      return Optional.empty();
    }
  }
}
