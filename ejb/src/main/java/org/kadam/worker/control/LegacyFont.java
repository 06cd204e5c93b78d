package org.kadam.worker.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kadam.language.Language;

/**
 * Recognises Hindi and Lao that were typed for a font instead of in Unicode: Kruti Dev and DevLys
 * put Hindi on the Latin keys ({@code lquhrk nsoh} for सुनीता देवी), Chanakya and the old Lao fonts
 * use the accented Latin letters or the Thai ones. By rule, and in doubt for the name: a word has
 * to be odd in two ways, or in one that no name is.
 */
final class LegacyFont {

  /** From here on a cell is refused. */
  private static final int ODD_ENOUGH = 3;

  private static final Map<String, Set<String>> LISTS = read();
  private static final Set<String> STARTS = LISTS.get("starts");
  private static final Set<String> ENDS = LISTS.get("ends");
  private static final Set<String> SHORT = LISTS.get("short");
  private static final Set<String> TYPED = LISTS.get("typed");

  /** Signs that stand for letters in these fonts, at places where a name has none. */
  private static final Pattern SIGN =
      Pattern.compile(
          "[\\[\\]{}\\\\|=^~+#<>;][A-Za-z]|[A-Za-z][\\[\\]{}\\\\|=^~+#<>;]"
              + "|(?<![A-Za-z])['\"/.?]k|[a-z]['\"]k|[a-z][:%`]|[A-Za-z],[a-z]"
              + "|(?<![0-9])[0-9](?!st|nd|rd|th)[a-z]");

  private static final Pattern BETWEEN = Pattern.compile("(?<=[aeiouy])[^aeiouy]{2,}(?=[aeiouy])");
  private static final Pattern INNER_CAPITAL = Pattern.compile("[a-z][A-Z]");
  private static final Pattern WITH_INNER_CAPITAL =
      Pattern.compile("(Mc|Mac|De|La|Le|Di|O'|D')[A-Z].*");

  private LegacyFont() {}

  /**
   * What a name looks as if it was typed in, if not in Unicode.
   *
   * @param meant the language that the cell should hold; it tells a Hindi font from a Lao one
   */
  static Optional<Fault> in(String name, Language meant) {
    if (meant == Language.LO && name.codePoints().anyMatch(LegacyFont::thai)) {
      return Optional.of(Fault.THAI_LETTERS);
    }
    return accented(name) || odd(name) >= ODD_ENOUGH
        ? Optional.of(meant == Language.LO ? Fault.OLD_LAO_FONT : Fault.OLD_HINDI_FONT)
        : Optional.empty();
  }

  private static boolean thai(int c) {
    return c >= 0x0E01 && c <= 0x0E5B;
  }

  /**
   * Most of it is from the upper half of Latin-1 or of Windows' Latin: no language is written so.
   */
  private static boolean accented(String name) {
    long all = name.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    long high =
        name.codePoints()
            .filter(c -> (c > 0xA0 && c <= 0xFF) || "ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™".indexOf(c) >= 0)
            .count();
    return high >= 4 && high * 5 >= all * 3;
  }

  private static int odd(String name) {
    int points = 0;
    for (String word : name.split("\\s+")) {
      points += TYPED.contains(word) ? ODD_ENOUGH : oddWord(word);
    }
    return points;
  }

  private static int oddWord(String word) {
    // These fonts need both cases; a word in capitals is none of theirs.
    if (word.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      return 0;
    }
    int points = SIGN.matcher(word).find() ? ODD_ENOUGH : 0;
    if (INNER_CAPITAL.matcher(word).find() && !WITH_INNER_CAPITAL.matcher(word).matches()) {
      points++;
    }
    for (String part : word.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (part.length() > 1 && !SHORT.contains(part)) {
        points += oddPart(part);
      }
    }
    return points;
  }

  private static int oddPart(String part) {
    int first = firstVowel(part);
    if (first < 0) {
      return part.length() > 2 ? ODD_ENOUGH : 0;
    }
    int last = lastVowel(part);
    int points = group(part.substring(0, first), STARTS) + group(part.substring(last + 1), ENDS);
    Matcher between = BETWEEN.matcher(part);
    while (between.find()) {
      points += meets(between.group()) ? 0 : 2;
    }
    // The vowel sign on this key always follows a consonant, and the letter of names never does.
    return part.matches(".*[b-df-hj-np-tv-xz]q.*") ? points + 2 : points;
  }

  private static int group(String consonants, Set<String> known) {
    if (consonants.isEmpty() || known.contains(consonants)) {
      return 0;
    }
    return consonants.length() > 3 ? ODD_ENOUGH : 2;
  }

  /** Whether one syllable can end and the next begin with these. */
  private static boolean meets(String consonants) {
    for (int i = 0; i <= consonants.length(); i++) {
      String end = consonants.substring(0, i);
      String start = consonants.substring(i);
      if ((end.isEmpty() || ENDS.contains(end)) && (start.isEmpty() || STARTS.contains(start))) {
        return true;
      }
    }
    return false;
  }

  private static int firstVowel(String part) {
    for (int i = 0; i < part.length(); i++) {
      if ("aeiouy".indexOf(part.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int lastVowel(String part) {
    int last = part.length() - 1;
    while ("aeiouy".indexOf(part.charAt(last)) < 0) {
      last--;
    }
    return last;
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> lists = new HashMap<>();
    try (InputStream in = LegacyFont.class.getResourceAsStream("latin-names.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String list = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("\\[[a-z]+]")) {
          list = line.substring(1, line.length() - 1);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          lists.computeIfAbsent(list, l -> new HashSet<>()).addAll(Set.of(line.strip().split(" ")));
        }
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
