package org.kadam.assessment.control;

import java.util.ArrayList;
import java.util.List;

/** Items with reference values that were computed elsewhere. */
public final class Banks {

  /** Ten items in one-, two- and three-parameter form. */
  public static final List<Logistic> TEN =
      List.of(
          Logistic.rasch(-2),
          Logistic.rasch(-1.2),
          Logistic.rasch(-.5),
          Logistic.rasch(0),
          Logistic.rasch(.4),
          Logistic.rasch(1),
          new Logistic(1.2, -.8, 0),
          new Logistic(1.5, .2, 0),
          new Logistic(.8, 1.3, .2),
          new Logistic(1.7, .6, .25));

  private Banks() {}

  /** The first items of a bank with their outcomes, a digit each. */
  public static List<Answered> answered(List<? extends ItemModel> items, String outcomes) {
    List<Answered> answers = new ArrayList<>();
    for (int i = 0; i < outcomes.length(); i++) {
      answers.add(new Answered(items.get(i), outcomes.charAt(i) - '0'));
    }
    return answers;
  }
}
