package org.kadam.assessment.itemtype;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;

/**
 * A kind of item: a card that is answered once and scored. Pure: it knows the item's structure and
 * an answer to it, and nothing of a worker, a form or a measurement model. A new kind is one more
 * class in this folder.
 */
public interface ItemType {

  /** The name in the content's {@code type}. */
  String name();

  /** Whether doing is observed, rather than what somebody says she would do. */
  boolean observed();

  /** Reports everything that is wrong with an item of this type, its key included. */
  void check(JsonObject item, Faults.Spot spot);

  /** The texts that a sound item must have and those it may have. */
  CardType.Words words(JsonObject item);

  /**
   * Whether an answer does what a sound item asks for. What the phone thought of it plays no part.
   *
   * @throws IllegalArgumentException if this is no answer to the item
   */
  boolean done(JsonObject item, JsonObject response);

  /** Ids of the answers among which one chooses, in their order; none where nothing is chosen. */
  default List<String> options(JsonObject item) {
    return List.of();
  }

  /** Those of the {@link #options} that are right. */
  default Set<String> right(JsonObject item) {
    return Set.of();
  }

  /** Those of the {@link #options} that were chosen, by an answer that {@link #done} takes. */
  default List<String> chosen(JsonObject item, JsonObject response) {
    return List.of();
  }
}
