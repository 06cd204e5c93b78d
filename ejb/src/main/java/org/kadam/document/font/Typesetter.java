package org.kadam.document.font;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets text: finds a face for each stretch and has it shaped. Remembers what it has set, since a
 * report says the same few words often; so there is one for each document, in one thread.
 */
public final class Typesetter {

  /** Says that a line may end, and nothing else. */
  private static final int ZERO_WIDTH_SPACE = 0x200b;

  /** Stands for a character that no face has: a document may not show a missing glyph. */
  private static final int UNKNOWN = '?';

  private record Said(String text, Weight weight) {}

  private final Map<Said, Line> remembered = new HashMap<>();

  /** The text as one line of glyphs; line ends and other white space are spaces. */
  public Line set(String text, Weight weight) {
    return remembered.computeIfAbsent(new Said(text, weight), Typesetter::set);
  }

  private static Line set(Said said) {
    List<Run> runs = new ArrayList<>();
    StringBuilder stretch = new StringBuilder();
    Typeface face = null;
    for (int given : letters(said.text())) {
      int letter = Character.isWhitespace(given) ? ' ' : given;
      Typeface next = face(face, letter, said.weight());
      if (face != null && next != face) {
        runs.add(new Run(face, Shaper.shape(face, stretch.toString())));
        stretch.setLength(0);
      }
      stretch.appendCodePoint(next.shows(letter) || joins(letter) ? letter : UNKNOWN);
      face = next;
    }
    if (face != null) {
      runs.add(new Run(face, Shaper.shape(face, stretch.toString())));
    }
    return new Line(runs);
  }

  private static int[] letters(String text) {
    return text.codePoints().filter(letter -> letter != ZERO_WIDTH_SPACE).toArray();
  }

  /** What belongs to no script goes along with the letters before it, where their face has it. */
  private static Typeface face(Typeface before, int letter, Weight weight) {
    boolean ofNoScript =
        switch (Character.UnicodeScript.of(letter)) {
          case COMMON, INHERITED -> !Character.isDigit(letter);
          default -> false;
        };
    boolean goesAlong = ofNoScript && before != null && (before.shows(letter) || joins(letter));
    return goesAlong ? before : Typefaces.shipped().of(weight, letter);
  }

  /** Joiners say how letters meet and have no shape of their own. */
  private static boolean joins(int letter) {
    return letter == 0x200c || letter == 0x200d;
  }
}
