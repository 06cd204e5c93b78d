package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that phones seal to. A missing or broken setting stops the start: phones would otherwise
 * seal their work to a key that nobody has.
 */
@ApplicationScoped
public class Seals {

  private Map<String, SealKey> byId = Map.of();
  private SealKey current;

  Seals() {
    // for the container's proxy
  }

  @Inject
  Seals(@ConfigProperty(name = "KADAM_SEAL_KEYS") Optional<String> keys) {
    this(keys.orElse(""));
  }

  /**
   * Reads the setting.
   *
   * @param keys {@code <id>:<PKCS#8 in base64>}, with a comma between; the first is the current one
   */
  Seals(String keys) {
    Map<String, SealKey> all = new LinkedHashMap<>();
    for (String one : keys.split(",", -1)) {
      SealKey key;
      try {
        key = SealKey.parse(one.strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            "KADAM_SEAL_KEYS must list keys as docs/settings.md says: " + e.getMessage());
      }
      if (all.put(key.id(), key) != null) {
        throw new IllegalStateException("KADAM_SEAL_KEYS names two keys alike");
      }
      current = current == null ? key : current;
    }
    byId = Map.copyOf(all);
  }

  void atStart(@Observes Startup start) {
    if (byId.isEmpty()) {
      throw new IllegalStateException("KADAM_SEAL_KEYS is not set");
    }
  }

  /** What a phone is told to seal to. */
  public record Seal(String id, SealKey.Jwk publicKey) {}

  /** The key that phones seal to from now on. */
  public Seal current() {
    return new Seal(current.id(), current.open());
  }

  Optional<SealKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
