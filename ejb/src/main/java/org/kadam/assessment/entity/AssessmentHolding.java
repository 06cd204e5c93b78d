package org.kadam.assessment.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.entity.Records;

/** Her attempts and answers, and what came of them: made of her events, and gone with them. */
@ApplicationScoped
public class AssessmentHolding implements Holding {

  private static final String ATTEMPTS =
      """
      select attempt, form, answered, level,
        case when likely_low is not null then likely_low || '–' || likely_high end as likely,
        round(cast(ability as numeric), 2) as ability, round(cast(se as numeric), 2) as se,
        to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
        to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt"
      from attempt where worker_id = :worker order by started_at, attempt
      """;

  /** Without when: that is with the events that told of them. See {@link Answers} for the form. */
  private static final String ANSWERS =
      """
      select attempt, split_part(answer, ' ', 1) as item, split_part(answer, ' ', 2) as outcome
      from attempt cross join lateral
        string_to_table(answers, chr(10)) with ordinality as told (answer, nth)
      where worker_id = :worker and nth > 1 order by started_at, attempt, nth
      """;

  @Inject private Records records;

  @Override
  public String name() {
    return "assessment";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of(
        "attempt",
        List.of("worker_id"),
        "calibration",
        List.of("decided_by"),
        "standard",
        List.of("set_by"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(
        new Kept("attempts", "assessment", "server", records.about(worker, ATTEMPTS)),
        new Kept("answers", "assessment", "phone", records.about(worker, ANSWERS)));
  }

  @Override
  public void erase(UUID worker) {
    records.settle();
    records.change(
        worker,
        "delete from attempt where worker_id = :worker",
        "update calibration set decided_by = null where decided_by = :worker",
        "update standard set set_by = null where set_by = :worker");
  }
}
