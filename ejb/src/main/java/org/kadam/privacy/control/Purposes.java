package org.kadam.privacy.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kadam.language.Words;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every purpose for which something about a person is kept, from {@code kadam/privacy}. */
public final class Purposes {

  private static final class Shipped {
    private static final Words WORDS = Words.of("kadam/privacy/text");
    private static final Purposes PURPOSES = new Purposes("kadam/privacy/purposes.yaml");
  }

  private final Map<String, Purpose> byId = new LinkedHashMap<>();
  private final Map<String, Integer> answers = new LinkedHashMap<>();
  private final Duration breach;

  private Purposes(String path) {
    Map<?, ?> read = read(path);
    for (Object each : (List<?>) read.get("purposes")) {
      Map<?, ?> one = (Map<?, ?>) each;
      Purpose purpose =
          new Purpose(
              (String) one.get("id"),
              (String) one.get("ground"),
              one.get("version") instanceof Integer version ? version : 0,
              (Integer) one.get("days"),
              (String) one.get("from"));
      if (byId.put(purpose.id(), purpose) != null
          || purpose.needsConsent() != (purpose.version() > 0)) {
        throw new IllegalStateException("A purpose is doubled or half said: " + purpose.id());
      }
    }
    ((Map<?, ?>) read.get("answers")).forEach((k, v) -> answers.put((String) k, (Integer) v));
    breach = Duration.ofHours((Integer) ((Map<?, ?>) read.get("breach")).get("hours"));
  }

  /** The purposes that ship with this server. */
  public static Purposes shipped() {
    return Shipped.PURPOSES;
  }

  /** The words about purposes, records and looks. */
  public static Words words() {
    return Shipped.WORDS;
  }

  public Collection<Purpose> all() {
    return byId.values();
  }

  /**
   * The purpose of an id.
   *
   * @throws IllegalArgumentException where there is none: nothing is kept without one
   */
  public Purpose named(String id) {
    Purpose purpose = byId.get(id);
    if (purpose == null) {
      throw new IllegalArgumentException("No purpose " + id);
    }
    return purpose;
  }

  /** What a worker is asked for her yes to, in the order in which she is asked. */
  public List<Purpose> asked() {
    return byId.values().stream().filter(Purpose::needsConsent).toList();
  }

  /** Within how many days a request of a kind is answered. */
  public int answerDays(String kind) {
    return answers.get(kind);
  }

  /** How soon after a breach was found the authority is told. */
  public Duration breach() {
    return breach;
  }

  private static Map<?, ?> read(String path) {
    try (InputStream in = Purposes.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The purposes are missing: " + path);
      }
      return (Map<?, ?>)
          new Load(LoadSettings.builder().setLabel(path).build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
