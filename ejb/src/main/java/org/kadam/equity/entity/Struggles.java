package org.kadam.equity.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.worker.entity.Cadre;

/**
 * Counts, for each group of workers that meets, how many could not do a task by themselves when
 * they last took the assessment. What comes out of the database are counts of groups, never a
 * worker.
 */
@ApplicationScoped
public class Struggles {

  /** The group is the block; in Laos, where it has as many workers, the district. */
  private static final String COUNT =
      """
      with last as (
        select distinct on (a.worker_id) a.worker_id, a.answers
        from attempt a
        where a.finished_at is not null and a.level is not null
        order by a.worker_id, a.finished_at desc, a.attempt
      ), told as (
        select l.worker_id, split_part(t.answer, ' ', 1) as item, split_part(t.answer, ' ', 2) as outcome
        from last l cross join lateral
          string_to_table(l.answers, chr(10)) with ordinality as t (answer, nth)
        where t.nth > 1
      )
      select g.code, t.item, count(distinct w.id),
        count(*) filter (where t.outcome = 'not-done'),
        count(*) filter (where t.outcome in ('done', 'not-done'))
      from told t
        join worker w on w.id = t.worker_id
        join org_unit u on u.id = w.unit_id
        join org_unit g on u.path like g.path || '%'
          and g.level = case when g.path like '/LA/%' then 'district' else 'block' end
      where w.active and w.cadre in (:frontline) and {seen}
      group by grouping sets ((g.code, t.item), (g.code))
      """;

  @PersistenceContext private EntityManager entities;

  /**
   * A task in a group.
   *
   * @param not how many could not do it, of {@code of} who tried it by themselves
   */
  public record Task(String item, int not, int of) {}

  /** A group of workers: how many were assessed, and what they tried. */
  public record Group(String place, int assessed, List<Task> tasks) {}

  /** The groups inside a jurisdiction in which anybody was assessed, by the code of the place. */
  @SuppressWarnings("unchecked")
  public List<Group> inside(Jurisdiction places) {
    Jurisdiction.Bound seen = places.bound("u.path", "w.department");
    var query =
        entities
            .createNativeQuery(COUNT.replace("{seen}", seen.condition()))
            .setParameter("frontline", frontline());
    Map<String, Integer> assessed = new TreeMap<>();
    Map<String, List<Task>> tasks = new TreeMap<>();
    for (Object[] row : (List<Object[]>) seen.to(query).getResultList()) {
      String place = (String) row[0];
      if (row[1] == null) {
        assessed.put(place, number(row[2]));
      } else {
        tasks
            .computeIfAbsent(place, any -> new ArrayList<>())
            .add(new Task((String) row[1], number(row[3]), number(row[4])));
      }
    }
    return assessed.entrySet().stream()
        .map(each -> new Group(each.getKey(), each.getValue(), tasks.get(each.getKey())))
        .toList();
  }

  private static List<String> frontline() {
    return Arrays.stream(Cadre.values()).filter(Cadre::frontline).map(Cadre::code).toList();
  }

  private static int number(Object count) {
    return Math.toIntExact(((Number) count).longValue());
  }
}
