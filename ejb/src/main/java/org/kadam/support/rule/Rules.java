package org.kadam.support.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Every rule there is, by name. Two of one name, or a name that cannot be stored, are refused. */
@ApplicationScoped
public class Rules {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,31}");

  private List<Rule> rules;

  protected Rules() {}

  @Inject
  Rules(@Any Instance<Rule> found) {
    this(found.stream().toList());
  }

  Rules(List<Rule> found) {
    for (Rule rule : found) {
      if (!NAME.matcher(rule.name()).matches() || rule.version() < 1) {
        throw new IllegalStateException("A rule cannot be called " + rule.name());
      }
    }
    if (found.stream().map(Rule::name).distinct().count() < found.size()) {
      throw new IllegalStateException("Two rules have one name");
    }
    rules = found.stream().sorted(Comparator.comparing(Rule::name)).toList();
  }

  /** The rules, in the order of their names. */
  public List<Rule> all() {
    return rules;
  }
}
