package org.kadam.learning.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kadam.event.control.Projection;
import org.kadam.event.entity.LedgerEvent;
import org.kadam.learning.entity.Progress;

/**
 * Makes progress of {@code module.started}, {@code card.done} and {@code module.finished}, version
 * 1, and notes since when anything has come from each worker. Whatever the order, and however often
 * an event is applied, the result is the same: the earliest time wins, cards are a set.
 */
@ApplicationScoped
public class ProgressProjection implements Projection {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private Progress progress;

  ProgressProjection() {
    // for the container's proxy
  }

  @Inject
  public ProgressProjection(Progress progress) {
    this.progress = progress;
  }

  @Override
  public String name() {
    return "learning";
  }

  @Override
  public void apply(List<LedgerEvent> events) {
    Map<UUID, Instant> reached = new HashMap<>();
    Map<Progress.Place, Progress.Steps> steps = new HashMap<>();
    for (LedgerEvent event : events) {
      reached.merge(event.worker(), event.at(), Progress::earlier);
      place(event)
          .ifPresent(
              place -> steps.merge(place, taken(event), (known, further) -> known.and(further)));
    }
    progress.reached(reached);
    progress.add(steps);
  }

  @Override
  public void clear() {
    progress.clear();
  }

  /** The module that an event is about; empty for events about something else. */
  private static Optional<Progress.Place> place(LedgerEvent event) {
    boolean ours =
        switch (event.type()) {
          case "module.started", "module.finished", "card.done" -> event.v() == 1;
          default -> false;
        };
    Optional<String> course = id(event.body(), "course");
    Optional<String> module = id(event.body(), "module");
    return ours && course.isPresent() && module.isPresent()
        ? Optional.of(new Progress.Place(event.worker(), course.get(), module.get()))
        : Optional.empty();
  }

  private static Progress.Steps taken(LedgerEvent event) {
    Instant finished = event.type().equals("module.finished") ? event.at() : null;
    Optional<String> card =
        event.type().equals("card.done") ? id(event.body(), "card") : Optional.empty();
    return new Progress.Steps(event.at(), finished, card.map(List::of).orElse(List.of()));
  }

  private static Optional<String> id(JsonObject body, String key) {
    return body.get(key) instanceof JsonString text && ID.matcher(text.getString()).matches()
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
