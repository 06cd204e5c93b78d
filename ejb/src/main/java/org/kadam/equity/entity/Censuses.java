package org.kadam.equity.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kadam.orgunit.entity.Jurisdiction.Bound;
import org.kadam.orgunit.entity.Level;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.worker.entity.Cadre;

/**
 * Counts workers. One query sees all tables at the same moment, so that every breakdown adds up;
 * what comes out of the database are counts of groups, never a worker.
 */
@ApplicationScoped
public class Censuses {

  /**
   * The places of a breakdown are those directly inside the subject's place: its path is the
   * beginning of theirs, and what follows up to the next slash is their code.
   */
  private static final String COUNT =
      """
      with needed as (
        select v.name as course, m.value ->> 'id' as module
        from published_version v, jsonb_array_elements(v.manifest -> 'modules') m
        where v.kind = 'course' and v.current
      ), completed as (
        select p.worker_id
        from module_progress p join needed n on n.course = p.course and n.module = p.module
        where p.finished_at is not null
        group by p.worker_id, p.course
        having count(*) = (select count(*) from needed all_of_it where all_of_it.course = p.course)
      ), assessed as (
        select distinct on (a.worker_id) a.worker_id, a.level
        from attempt a
        where a.finished_at is not null and a.level is not null
        order by a.worker_id, a.finished_at desc, a.attempt
      ), helped as (
        select f.worker_id
        from flag f
        where f.state = 'confirmed' and f.ended_at is null and f.expires_at > current_timestamp
      ), counted as (
        select split_part(substr(u.path, :inside), '/', 1) as place,
          w.cadre as cadre,
          case when w.birth_year is null then 'unknown'
            when :year - w.birth_year < 30 then '18-29'
            when :year - w.birth_year < 40 then '30-39'
            when :year - w.birth_year < 50 then '40-49'
            else '50+' end as age,
          coalesce(w.sex, 'unknown') as sex,
          a.level as level,
          w.id in (select worker_id from completed) as completed,
          w.id in (select worker_id from helped) as helped,
          w.id in (select worker_id from reached)
            or a.worker_id is not null
            or w.id in (select worker_id from completed) as reached
        from worker w
          join org_unit u on u.id = w.unit_id
          left join assessed a on a.worker_id = w.id
        where w.active and w.cadre in (:frontline) and {seen}
      )
      select place, cadre, age, sex, count(*),
        count(*) filter (where reached),
        count(level),
        count(*) filter (where level >= 2),
        count(*) filter (where completed),
        count(*) filter (where helped)
      from counted
      group by grouping sets ((place), (cadre), (age), (sex), ())
      """;

  /** Where the counts of a row begin. */
  private static final int COUNTS = 4;

  private static final Dimension[] COLUMNS = {null, Dimension.CADRE, Dimension.AGE, Dimension.SEX};

  @PersistenceContext private EntityManager entities;
  @Inject private OrgUnits places;

  /**
   * Counts the workers of a subject, as of now; ages are those reached within the year.
   *
   * <p>There is a breakdown by place first, then by cadre, age and sex, each where there are groups
   * to compare.
   */
  public Census count(Subject subject, LocalDate today) {
    Map<Dimension, List<Group>> groups = new EnumMap<>(Dimension.class);
    List<Group> inside = new ArrayList<>();
    Group all = Groups.nobody("all");
    for (Object[] row : rows(subject, today)) {
      int column = column(row);
      if (column < 0) {
        all = group("all", row);
      } else if (column == 0) {
        inside.add(group((String) row[0], row));
      } else {
        groups
            .computeIfAbsent(COLUMNS[column], d -> new ArrayList<>())
            .add(group((String) row[column], row));
      }
    }
    List<Breakdown> breakdowns = new ArrayList<>();
    breakdowns.add(new Breakdown(kindOfPlaces(inside), inside));
    groups.forEach((dimension, found) -> breakdowns.add(new Breakdown(dimension, found)));
    return Groups.comparable(new Census(all, breakdowns));
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(Subject subject, LocalDate today) {
    Bound seen = subject.seen().bound("u.path", "w.department");
    var query =
        entities
            .createNativeQuery(COUNT.replace("{seen}", seen.condition()))
            .setParameter("inside", subject.place().path().length() + 1)
            .setParameter("year", today.getYear())
            .setParameter("frontline", frontline());
    return seen.to(query).getResultList();
  }

  private static List<String> frontline() {
    return Arrays.stream(Cadre.values()).filter(Cadre::frontline).map(Cadre::code).toList();
  }

  /** What a row is grouped by: the only one of its first columns that is there; −1 for all. */
  private static int column(Object[] row) {
    for (int i = 0; i < COUNTS; i++) {
      if (row[i] != null) {
        return i;
      }
    }
    return -1;
  }

  private static Group group(String code, Object[] row) {
    Map<Measure, Integer> counts = new HashMap<>();
    for (Measure measure : Measure.values()) {
      counts.put(measure, number(row[COUNTS + 1 + measure.ordinal()]));
    }
    return new Group(code, number(row[COUNTS]), counts);
  }

  private static int number(Object count) {
    return Math.toIntExact(((Number) count).longValue());
  }

  private Dimension kindOfPlaces(List<Group> inside) {
    List<String> codes = inside.stream().map(Group::code).toList();
    Level widest = Level.VILLAGE;
    for (OrgUnit place : places.byCodes(codes).values()) {
      widest = widest.narrowerThan(place.level()) ? place.level() : widest;
    }
    return Dimension.of(widest);
  }
}
