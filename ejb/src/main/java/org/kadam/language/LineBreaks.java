package org.kadam.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a line may end. Lao puts no space between words, and the JDK knows no Lao words; ICU does.
 */
public final class LineBreaks {

  private static final String ZERO_WIDTH_SPACE = "\u200b";

  private LineBreaks() {}

  /**
   * A text in pieces that a line may end after. Together they are the text, but for zero-width
   * spaces, which are breaks and nothing else.
   */
  public static List<String> pieces(Language language, String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      pieces.add(text.substring(from, to).replace(ZERO_WIDTH_SPACE, ""));
      from = to;
    }
    return pieces;
  }
}
