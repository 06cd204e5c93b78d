package org.kadam.support.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kadam.assessment.entity.Forms;
import org.kadam.language.Language;
import org.kadam.language.Spelling;
import org.kadam.language.Texts;
import org.kadam.language.Words;
import org.kadam.support.entity.Flag;
import org.kadam.support.rule.Fact;

/**
 * Tells why help is offered, in every language at once, from the facts that were stored. The number
 * behind a fact is not told: it is no reason for anybody.
 */
@ApplicationScoped
public class Reasons {

  /** The facts that are about a task of the assessment, which has a name in each language. */
  private static final Set<String> ABOUT_TASKS = Set.of("skill.not-done", "skill.helped");

  @Inject private Forms forms;

  /**
   * Why, and what is offered.
   *
   * @param title a question
   * @param text what is offered
   * @param facts the facts, the weightiest first
   */
  public record Reason(Texts title, Texts text, List<Told> facts) {}

  /** A fact, its day and where it came from. */
  public record Told(Texts text, LocalDate date, Texts source) {}

  /** The reason of an offer. */
  public Reason of(Flag flag) {
    String first = "flag." + flag.facts().get(0).name();
    String title = Words.shipped().has(first + ".title") ? first : "flag." + flag.rule();
    return new Reason(
        words(title + ".title"),
        words(title + ".text"),
        flag.facts().stream().map(this::told).flatMap(Optional::stream).toList());
  }

  /** Empty where the thing that a fact is about has no name any more. */
  private Optional<Told> told(Fact fact) {
    String key = "flag." + fact.name() + ".fact";
    Texts source = words("flag.source." + fact.source());
    if (ABOUT_TASKS.contains(fact.name())) {
      return forms
          .task(fact.about())
          .map(task -> spelled(Words.shipped().text(key, Map.of("task", task))))
          .map(text -> new Told(text, fact.seen(), source));
    }
    return Optional.of(new Told(words(key), fact.seen(), source));
  }

  private static Texts words(String key) {
    return spelled(Words.shipped().text(key));
  }

  /** Old phones do not find the words of Lao by themselves. */
  private static Texts spelled(Texts texts) {
    return new Texts(texts.en(), texts.hi(), Spelling.of(Language.LO, texts.lo()));
  }
}
