package org.kadam.assessment.control.nightly;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kadam.assessment.control.Bank;
import org.kadam.assessment.control.Item;
import org.kadam.assessment.control.Outcome;
import org.kadam.assessment.control.analysis.Estimates;
import org.kadam.assessment.control.analysis.Snapshot;
import org.kadam.assessment.entity.Answer;
import org.kadam.assessment.entity.Attempts;
import org.kadam.assessment.entity.Calibrations;
import org.kadam.assessment.entity.Forms;
import org.kadam.course.control.ContentFiles;

/** Takes the first answer of each person to each item that is published, and forgets who it was. */
@Dependent
@Named("collectAnswers")
public class CollectAnswers extends AbstractBatchlet {

  private static final String ENOUGH = "ENOUGH";
  private static final String FEW = "FEW";

  @Inject @BatchProperty private String calibration;

  @Inject private Attempts attempts;
  @Inject private Forms forms;
  @Inject private Calibrations calibrations;

  @Override
  @Transactional
  public String process() {
    UUID id = UUID.fromString(calibration);
    List<Snapshot.Column> columns = columns();
    List<Snapshot.Person> people = new ArrayList<>();
    attempts.everybody(
        (groups, taken) -> {
          Snapshot.Person person = person(groups, taken, columns);
          if (person.outcomes().chars().anyMatch(letter -> letter != '-')) {
            people.add(person);
          }
        });
    Collections.shuffle(people, new SecureRandom());
    boolean few = people.size() < Estimates.FEWEST;
    calibrations.collected(
        id, people.size(), few ? new byte[0] : new Snapshot(columns, people).bytes());
    if (few) {
      calibrations.end(id, Calibrations.State.FEW, Instant.now());
    }
    return few ? FEW : ENOUGH;
  }

  /** The items of what is published, with what experts think of those that the files know too. */
  private List<Snapshot.Column> columns() {
    Map<String, Bank.Guess> guesses = Bank.of(ContentFiles.shipped()).guesses();
    Map<String, Snapshot.Column> columns = new TreeMap<>();
    for (Item item : forms.items()) {
      Bank.Guess guess = guesses.get(item.id());
      boolean known = guess != null && guess.version() == item.version();
      columns.put(
          item.id(),
          new Snapshot.Column(
              item.id(),
              item.version(),
              item.structure().getString("area", ""),
              item.observed(),
              known ? guess.difficulty() : item.difficulty(),
              known ? guess.spread() : 1));
    }
    return List.copyOf(columns.values());
  }

  private Snapshot.Person person(
      List<String> groups, List<Map<String, Answer>> taken, List<Snapshot.Column> columns) {
    Map<String, Outcome> first = new HashMap<>();
    for (Map<String, Answer> answers : taken) {
      answers.forEach(
          (item, answer) -> {
            Item was = forms.of(answer.formHash()).items().get(item);
            if (was != null) {
              first.putIfAbsent(item + " " + was.version(), answer.outcome());
            }
          });
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Snapshot.Column column : columns) {
      outcomes.add(first.get(column.item() + " " + column.version()));
    }
    return Snapshot.Person.of(groups, outcomes);
  }
}
