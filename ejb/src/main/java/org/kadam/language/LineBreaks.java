package org.kadam.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a line may end. Lao puts no space between words, and the JDK knows no Lao words; {@link
 * Spelling} marks where they part, and inside a stretch of Lao a line ends nowhere else.
 */
public final class LineBreaks {

  private LineBreaks() {}

  /**
   * A text in pieces that a line may end after. Together they are the text without the spaces
   * around it, and without zero-width spaces, which are breaks and nothing else.
   */
  public static List<String> pieces(Language language, String text) {
    String spelled = Spelling.of(language, text);
    BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
    breaks.setText(spelled);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (!insideLao(spelled, to)) {
        pieces.add(spelled.substring(from, to).replace(String.valueOf(Spelling.BREAK), ""));
        from = to;
      }
    }
    return pieces;
  }

  private static boolean insideLao(String text, int at) {
    return at < text.length() && lao(text.charAt(at - 1)) && lao(text.charAt(at));
  }

  private static boolean lao(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LAO;
  }
}
