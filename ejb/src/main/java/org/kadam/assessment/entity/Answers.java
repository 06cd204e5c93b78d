package org.kadam.assessment.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.assessment.control.Outcome;

/**
 * The first answers of an attempt, by item, in one value: a row for each would take ten times the
 * space. As text, an answer is {@code item outcome seq at form}: the outcome's code, count and
 * milliseconds with base 36, the form's place in the list of hashes that stands in front.
 */
@Converter
public class Answers implements AttributeConverter<Map<String, Answer>, String> {

  private static final int BASE = 36;

  @Override
  public String convertToDatabaseColumn(Map<String, Answer> answers) {
    List<String> forms =
        answers.values().stream().map(Answer::formHash).distinct().sorted().toList();
    StringBuilder text = new StringBuilder(String.join(" ", forms));
    new TreeMap<>(answers)
        .forEach(
            (item, answer) ->
                text.append('\n')
                    .append(item)
                    .append(' ')
                    .append(answer.outcome().code())
                    .append(' ')
                    .append(Long.toString(answer.seq(), BASE))
                    .append(' ')
                    .append(Long.toString(answer.at().toEpochMilli(), BASE))
                    .append(' ')
                    .append(forms.indexOf(answer.formHash())));
    return text.toString();
  }

  @Override
  public Map<String, Answer> convertToEntityAttribute(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    Map<String, Answer> answers = new TreeMap<>();
    if (lines.isEmpty()) {
      return answers;
    }
    String[] forms = lines.remove(0).split(" ");
    for (String line : lines) {
      String[] part = line.split(" ");
      Instant at = Instant.ofEpochMilli(Long.parseLong(part[3], BASE));
      long seq = Long.parseLong(part[2], BASE);
      String form = forms[Integer.parseInt(part[4])];
      answers.put(part[0], new Answer(Outcome.of(part[1]), at, seq, form));
    }
    return answers;
  }
}
