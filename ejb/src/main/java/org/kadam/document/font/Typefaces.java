package org.kadam.document.font;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faces that ship with Kadam: Noto Sans for Latin, Devanagari and Lao, in two weights. */
final class Typefaces {

  private static final class Shipped {
    private static final Typefaces FACES = new Typefaces();
  }

  private final Map<Weight, List<Typeface>> byWeight = new EnumMap<>(Weight.class);

  private Typefaces() {
    byWeight.put(Weight.REGULAR, read("Regular"));
    byWeight.put(Weight.BOLD, read("Bold"));
  }

  /** Read when first asked for, which takes about half a second. */
  static Typefaces shipped() {
    return Shipped.FACES;
  }

  private static List<Typeface> read(String style) {
    return List.of(
        Typeface.shipped("NotoSans-" + style),
        Typeface.shipped("NotoSansDevanagari-" + style),
        Typeface.shipped("NotoSansLao-" + style));
  }

  /** The face for a character that belongs to a script; Latin's where no other claims it. */
  Typeface of(Weight weight, int codePoint) {
    return byWeight.get(weight).get(place(codePoint));
  }

  private static int place(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case DEVANAGARI -> 1;
      case LAO -> 2;
      default -> 0;
    };
  }
}
