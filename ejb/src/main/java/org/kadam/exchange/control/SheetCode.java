package org.kadam.exchange.control;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is printed on a sheet: twice four letters and digits, none of which looks like another, and
 * no vowels, lest they make a word.
 */
public final class SheetCode {

  private static final String SIGNS = "23456789BCDFGHJKMNPQRTVWXZ";
  private static final Pattern FORM = Pattern.compile("[" + SIGNS + "]{4}-[" + SIGNS + "]{4}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private SheetCode() {}

  /** A new one, by chance. */
  public static String draw() {
    StringBuilder code = new StringBuilder(9);
    for (int i = 0; i < 8; i++) {
      code.append(i == 4 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** A code as somebody typed it; empty for what is none. */
  public static Optional<String> typed(String text) {
    String bare = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "");
    String code = bare.length() == 8 ? bare.substring(0, 4) + "-" + bare.substring(4) : bare;
    return Optional.of(code).filter(c -> FORM.matcher(c).matches());
  }
}
