package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/**
 * A message about a case, written on the phone alone and kept nowhere: situation, background,
 * assessment, request, and how urgent it is. What the phone catches in it are the names of the
 * story, numbers of a person, addresses and dates of birth.
 */
@Dependent
class Compose implements CardType {

  private static final List<String> PARTS =
      List.of("situation", "background", "assessment", "request");
  private static final Set<String> URGENCIES = Set.of("now", "today", "week");
  private static final int MOST_NAMES = 6;

  /** Eight or more digits of any script; what stands between them does not hide a number. */
  private static final Pattern NUMBER =
      Pattern.compile("\\p{Nd}(?:[\\s\\p{Z}.\\p{Pd}]*\\p{Nd}){7}");

  @Override
  public String name() {
    return "compose";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    Shape shape = Cards.shape().with("names", Shape.Of.COUNT).with("urgency", Shape.Of.ID);
    if (shape.fits(card, spot)) {
      spot.in("names")
          .faultIf(card.getInt("names") > MOST_NAMES, "count", "There must be 1 to 6 names");
      spot.in("urgency")
          .faultIf(
              !URGENCIES.contains(card.getString("urgency")),
              "urgency",
              "This must be now, today or week");
    }
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "lead", "call"));
    Cards.numbered(needed, "names.", card.getInt("names"));
    PARTS.forEach(part -> needed.add("hints." + part));
    PARTS.forEach(part -> needed.add("good." + part));
    return new Words(needed, Set.of());
  }

  /** What she is to leave out must be in the story, and must not be in the example. */
  @Override
  public void said(JsonObject card, JsonObject text, Faults.Spot spot) {
    String story = small(text.getString("lead"));
    JsonObject good = text.getJsonObject("good");
    text.getJsonObject("names")
        .forEach(
            (number, value) -> {
              String name = small(((JsonString) value).getString());
              spot.in("names")
                  .in(number)
                  .faultIf(!story.contains(name), "name", "The lead does not have this name");
              for (String part : PARTS) {
                spot.in("good")
                    .in(part)
                    .faultIf(
                        small(good.getString(part)).contains(name),
                        "name",
                        "The good example has a name of the story");
              }
            });
    for (String part : PARTS) {
      spot.in("good")
          .in(part)
          .faultIf(
              NUMBER.matcher(good.getString(part)).find(),
              "number",
              "The good example has eight or more digits in a row");
    }
  }

  private static String small(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
