package org.kadam.support.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.entity.Flags;

/** A place in a list of offers as text that goes over the wire and back. */
public final class Cursor {

  private Cursor() {}

  /** A place as text. */
  public static String of(Flags.Place after) {
    String place = after.raisedAt().toEpochMilli() + " " + after.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The place that a text names; null for the beginning.
   *
   * @throws Problem INVALID for a text that we did not give out
   */
  public static Flags.Place read(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      String[] place =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
      return new Flags.Place(
          Instant.ofEpochMilli(Long.parseLong(place[0])), UUID.fromString(place[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Problem(Kind.INVALID, "after", "Not a place in this list");
    }
  }
}
