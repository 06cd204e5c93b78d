package org.kadam.assessment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kadam.assessment.entity.Forms;
import org.kadam.assessment.entity.ItemOptions;
import org.kadam.assessment.itemtype.ItemType;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.event.control.Projection;
import org.kadam.event.entity.LedgerEvent;

/**
 * Counts which answers of an item are chosen without help, by whomever: what trainers need to see
 * that a wrong answer misleads, or that nobody takes it. Nothing leads back to anybody.
 */
@ApplicationScoped
public class CountOptions implements Projection {

  @Inject private Forms forms;
  @Inject private ItemTypes types;
  @Inject private ItemOptions options;

  @Override
  public String name() {
    return "item-options";
  }

  @Override
  public void apply(List<LedgerEvent> events) {
    Map<ItemOptions.Key, Integer> chosen = new HashMap<>();
    Map<String, FormVersions> versions = new HashMap<>();
    for (LedgerEvent event : events) {
      if ("item.answered".equals(event.type())
          && event.v() == 1
          && !event.body().getBoolean("helped", false)) {
        versions
            .computeIfAbsent(text(event.body(), "form"), forms::versions)
            .structure(event.contentHash(), event.at())
            .map(hash -> forms.of(hash).items().get(text(event.body(), "item")))
            .ifPresent(item -> count(item, event.body(), chosen));
      }
    }
    // Always in one order, so that two who write the same rows do not wait for each other.
    Map<String, Map<ItemOptions.Key, Integer>> sorted = new TreeMap<>();
    chosen.forEach((key, count) -> sorted.put(key.toString(), Map.of(key, count)));
    sorted.values().forEach(options::add);
  }

  private void count(Item item, JsonObject body, Map<ItemOptions.Key, Integer> chosen) {
    Optional<ItemType> type = types.named(item.type());
    if (type.isEmpty() || !(body.get("response") instanceof JsonObject response)) {
      return;
    }
    try {
      type.get().done(item.structure(), response);
      for (String option : type.get().chosen(item.structure(), response)) {
        chosen.merge(new ItemOptions.Key(item.id(), item.version(), option), 1, Integer::sum);
      }
    } catch (IllegalArgumentException e) {
      // No answer to this item: it counts for nothing.
      return;
    }
  }

  @Override
  public void clear() {
    options.clear();
  }

  private static String text(JsonObject body, String key) {
    return body.get(key) instanceof JsonString text ? text.getString() : "";
  }
}
