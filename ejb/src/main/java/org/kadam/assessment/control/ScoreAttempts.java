package org.kadam.assessment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.kadam.assessment.entity.Answer;
import org.kadam.assessment.entity.Attempt;
import org.kadam.assessment.entity.Attempts;
import org.kadam.assessment.entity.Forms;
import org.kadam.assessment.itemtype.ItemType;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.event.control.Projection;
import org.kadam.event.entity.LedgerEvent;

/**
 * Makes attempts and their results of what phones send. Every answer is scored here by the key that
 * was published; what the phone thought of it is not even read. An answer that cannot be one (to an
 * item that the form does not have, or of another shape than the item's) is passed over: it stays
 * in the ledger and counts neither for nor against.
 */
@ApplicationScoped
public class ScoreAttempts implements Projection {

  private static final Set<String> TYPES =
      Set.of("sitting.started", "item.answered", "attempt.finished");

  @Inject private Attempts attempts;
  @Inject private Forms forms;
  @Inject private ItemTypes types;
  @Inject private Event<AttemptsScored> scored;

  @Override
  public String name() {
    return "attempts";
  }

  /** 2: what was done with help is told from what was helped with and yet not done. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(List<LedgerEvent> events) {
    Set<Attempt.Key> keys = new HashSet<>();
    events.forEach(event -> key(event).ifPresent(keys::add));
    Map<Attempt.Key, Attempt> known = attempts.of(keys);
    Set<Attempt.Key> before = Set.copyOf(known.keySet());
    Map<String, FormVersions> versions = new HashMap<>();
    Published published =
        new Published(form -> versions.computeIfAbsent(form, forms::versions), forms::of);
    Set<UUID> workers = fold(events, known, published, types);
    known.forEach(
        (key, attempt) -> {
          if (!before.contains(key)) {
            attempts.add(attempt);
          }
        });
    if (!workers.isEmpty()) {
      scored.fire(new AttemptsScored(workers));
    }
  }

  @Override
  public void clear() {
    attempts.clear();
  }

  /**
   * Where published forms are found.
   *
   * @param versions the versions of a form's id
   * @param form the form of a structure's hash
   */
  record Published(Function<String, FormVersions> versions, Function<String, Form> form) {}

  /**
   * Adds events to attempts.
   *
   * @param known the attempts known before, to which new ones are added
   * @return the workers who have a result by any of these events
   */
  static Set<UUID> fold(
      List<LedgerEvent> events,
      Map<Attempt.Key, Attempt> known,
      Published published,
      ItemTypes types) {
    Set<Attempt> touched = new HashSet<>();
    for (LedgerEvent event : events) {
      Optional<Attempt.Key> key = key(event);
      if (key.isEmpty()) {
        continue;
      }
      Attempt attempt = known.computeIfAbsent(key.get(), any -> new Attempt(any, event.at()));
      touched.add(attempt);
      switch (event.type()) {
        case "attempt.finished" -> attempt.finished(event.at());
        case "item.answered" -> {
          attempt.happened(event.at());
          answer(event, key.get().form(), published, types)
              .ifPresent(answer -> attempt.answered(text(event.body(), "item"), answer));
        }
        default -> attempt.happened(event.at());
      }
    }
    Set<UUID> workers = new HashSet<>();
    for (Attempt attempt : touched) {
      if (attempt.score(published.form())) {
        workers.add(attempt.key().worker());
      }
    }
    return workers;
  }

  private static Optional<Answer> answer(
      LedgerEvent event, String formId, Published published, ItemTypes types) {
    Optional<String> hash =
        published.versions().apply(formId).structure(event.contentHash(), event.at());
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    Item item = published.form().apply(hash.get()).items().get(text(event.body(), "item"));
    if (item == null || !(event.body().get("response") instanceof JsonObject response)) {
      return Optional.empty();
    }
    try {
      ItemType type = types.named(item.type()).orElseThrow(IllegalArgumentException::new);
      boolean done = type.done(item.structure(), response);
      Outcome outcome = Outcome.of(done, event.body().getBoolean("helped", false));
      return Optional.of(new Answer(outcome, event.at(), event.seq(), hash.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The attempt that an event speaks of; empty for events of no attempt or an unknown version. */
  private static Optional<Attempt.Key> key(LedgerEvent event) {
    if (!TYPES.contains(event.type()) || event.v() != 1) {
      return Optional.empty();
    }
    String form = text(event.body(), "form");
    if (form.isEmpty() || form.length() > 64) {
      return Optional.empty();
    }
    try {
      UUID attempt = UUID.fromString(text(event.body(), "attempt"));
      return Optional.of(new Attempt.Key(event.worker(), attempt, form));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject body, String key) {
    return body.get(key) instanceof JsonString text ? text.getString() : "";
  }
}
