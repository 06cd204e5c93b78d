package org.kadam.language;

import com.ibm.icu.text.BreakIterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;

/**
 * How a text is spelled before it goes out: Unicode normal form C, and in Lao, which puts no space
 * between words, a zero-width space where a line may break, since old phones do not find the words
 * themselves.
 */
public final class Spelling {

  /** Where a line may break: U+200B. */
  public static final char BREAK = '\u200b';

  private static final class Unbroken {
    private static final List<String> WORDS = read();

    private static List<String> read() {
      try (InputStream in = Spelling.class.getResourceAsStream("lao-unbroken.txt");
          var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Spelling() {}

  /** The text as it is to be sent in a language. */
  public static String of(Language language, String text) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    return language == Language.LO ? breakable(plain) : plain;
  }

  /** Lao text with a {@link #BREAK} between two words that nothing else parts. */
  private static String breakable(String text) {
    String bare = text.replace(String.valueOf(BREAK), "");
    BitSet unbroken = insideWords(bare);
    BreakIterator lines = BreakIterator.getLineInstance(Language.LO.locale());
    lines.setText(bare);
    StringBuilder out = new StringBuilder(bare.length() * 5 / 4);
    int from = lines.first();
    for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
      out.append(bare, from, to);
      boolean between =
          to < bare.length() && lao(bare.charAt(to - 1)) && startsWord(bare.charAt(to));
      if (between && !unbroken.get(to)) {
        out.append(BREAK);
      }
      from = to;
    }
    return out.toString();
  }

  /** The places inside the words that ICU's dictionary does not know and would cut. */
  private static BitSet insideWords(String text) {
    BitSet inside = new BitSet(text.length());
    for (String word : Unbroken.WORDS) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        inside.set(at + 1, at + word.length());
      }
    }
    return inside;
  }

  private static boolean lao(char c) {
    return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.LAO;
  }

  /** A Lao letter or digit; not a sign that belongs to what stands before it. */
  private static boolean startsWord(char c) {
    return lao(c)
        && Character.getType(c) != Character.NON_SPACING_MARK
        && "\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6".indexOf(c) < 0;
  }
}
