package org.kadam.course.cardtype;

import jakarta.json.JsonObject;
import java.util.Set;
import org.kadam.course.control.Faults;

/**
 * A kind of card. Pure: it knows the card's structure and which texts the card needs, and nothing
 * of a course, a worker or a screen. A new kind is one more class in this folder.
 */
public interface CardType {

  /** The texts of one card as paths of keys with dots, such as {@code answers.a.label}. */
  record Words(Set<String> needed, Set<String> possible) {}

  /** The name in the content's {@code type}. */
  String name();

  /** Reports everything that is wrong with the structure of a card of this type. */
  void check(JsonObject card, Faults.Spot spot);

  /** The texts that a sound card must have and those it may have. */
  Words words(JsonObject card);

  /**
   * Reports what is wrong with the words themselves, of one language, where a card needs more than
   * that they are there; they are.
   */
  default void said(JsonObject card, JsonObject text, Faults.Spot spot) {
    // most cards take any words
  }
}
