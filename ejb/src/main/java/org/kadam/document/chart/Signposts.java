package org.kadam.document.chart;

import java.util.ArrayList;
import java.util.List;
import org.kadam.document.pdf.Box;

/** Finds room for names beside the dots that they belong to, so that none covers another. */
final class Signposts {

  private static final float AWAY = 7;

  private final Box field;
  private final List<Box> taken = new ArrayList<>();

  Signposts(Box field) {
    this.field = field;
  }

  /** Nothing may be written over this dot. */
  void keepFree(float x, float y, float radius) {
    taken.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Where a name of a size may stand: right of its dot, left, below or above; else right. */
  Box place(float x, float y, float width, float height) {
    List<Box> places =
        List.of(
            new Box(x + AWAY, y - height / 2, width, height),
            new Box(x - AWAY - width, y - height / 2, width, height),
            new Box(x - width / 2, y - AWAY - height, width, height),
            new Box(x - width / 2, y + AWAY, width, height));
    Box place = places.stream().filter(this::free).findFirst().orElse(places.get(0));
    taken.add(place);
    return place;
  }

  private boolean free(Box place) {
    return place.x() >= field.x()
        && place.right() <= field.right()
        && place.y() >= field.y()
        && place.top() <= field.top()
        && taken.stream().noneMatch(other -> overlap(place, other));
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.top()
        && other.y() < one.top();
  }
}
