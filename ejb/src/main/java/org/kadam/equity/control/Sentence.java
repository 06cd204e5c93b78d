package org.kadam.equity.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kadam.language.Language;
import org.kadam.language.Notation;
import org.kadam.language.Texts;
import org.kadam.language.Words;
import org.kadam.orgunit.entity.Land;

/** Says in a sentence whether there is a gap. */
record Sentence(Land land) {

  /**
   * @param outside the names of places that stand out
   * @param rest how many other places are told
   */
  Texts of(Gap gap, List<Texts> outside, int rest) {
    if (gap.verdict() == Gap.Verdict.GAP && outside.isEmpty()) {
      return Words.shipped().text("equity.answer.spread");
    }
    String key = "equity.answer." + gap.verdict().code();
    return Words.shipped().text(key, Map.of("places", list(outside), "rest", whole(rest)));
  }

  private Texts list(List<Texts> names) {
    if (names.isEmpty()) {
      return same("–");
    }
    return new Texts(list(Language.EN, names), list(Language.HI, names), list(Language.LO, names));
  }

  private String list(Language language, List<Texts> names) {
    return notation(language).list(names.stream().map(name -> name.in(language)).toList());
  }

  private Texts whole(int number) {
    return new Texts(
        notation(Language.EN).whole(number),
        notation(Language.HI).whole(number),
        notation(Language.LO).whole(number));
  }

  private static Texts same(String text) {
    return new Texts(text, text, text);
  }

  private Notation notation(Language language) {
    return Notation.of(language, land.code().toUpperCase(Locale.ROOT));
  }
}
