package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * The workers of an import, all in one statement each: what is different, and making it so. Names
 * and phone numbers are not among it; they have a door of their own ({@link WorkerNames}).
 */
@ApplicationScoped
public class RosterWorkers {

  private static final String HAD =
      "jsonb_build_object('sex', w.sex, 'birth_year', w.birth_year, 'language', w.language,"
          + " 'cadre', w.cadre, 'role_start', w.role_start, 'active', w.active,"
          + " 'unit_code', u.code)";
  private static final String OWN =
      "cast('{sex,birth_year,language,cadre,role_start,active,unit_code}' as text[])";

  /** Which department each cadre belongs to, as a table. */
  private static final String CADRES =
      Stream.of(Cadre.values())
          .map(
              cadre ->
                  "('%s', cast(%s as text))"
                      .formatted(
                          cadre.code(),
                          cadre
                              .department()
                              .map(Department::code)
                              .map(code -> "'" + code + "'")
                              .orElse("null")))
          .collect(Collectors.joining(", ", "(values ", ") as c (cadre, department)"));

  @PersistenceContext private EntityManager entities;
  @Inject private RosterRows rows;

  /** Finds out what is added, changed and unchanged, and how it was before. */
  public void compare(UUID roster) {
    on(
            roster,
            """
            delete from roster_import_row where import_id = :id and line = 0
            """)
        .executeUpdate();
    on(
            roster,
            "update roster_import_row set ref = null, had = null, personal_had = null"
                + " where import_id = :id and ref is not null")
        .executeUpdate();
    on(
            roster,
            """
            update roster_import_row r set ref = w.id, had = HAD
              from worker w join org_unit u on u.id = w.unit_id
             where r.import_id = :id and w.code = r.code
            """
                .replace("HAD", HAD))
        .executeUpdate();
    on(
            roster,
            """
            update roster_import_row r
               set (fields, action) =
                   (select d.fields, case when r.ref is null then 'added'
                                          when d.fields = '{}' then 'unchanged'
                                          else 'changed' end
                      from (select array(select e.key from jsonb_each(r.said) e
                                          where r.ref is not null and e.key <> 'device'
                                            and (e.key <> 'active' or not exists
                                                 (select 1 from changed_by_hand b
                                                   where b.worker_id = r.ref
                                                     and b.active_at is not null))
                                            and r.had -> e.key is distinct from e.value
                                          order by e.key) as fields) d)
             where r.import_id = :id
            """)
        .executeUpdate();
  }

  /**
   * Lists whom the file leaves out: those active in its cadres and inside its places, taken as far
   * as they reach within each district.
   */
  public void findMissing(UUID roster, Jurisdiction answersFor) {
    Jurisdiction.Bound bound = answersFor.bound("u.path", "w.department");
    bound
        .to(
            on(
                roster,
                """
            insert into roster_import_row (import_id, n, line, action, code, ref, said, had, fields)
            select :id,
                   (select coalesce(max(n), 0) from roster_import_row where import_id = :id)
                     + row_number() over (order by w.code),
                   0, 'missing', w.code, w.id, '{"active": false}', '{"active": true}', '{active}'
              from worker w join org_unit u on u.id = w.unit_id
             where w.active
               and w.cadre in (select distinct said ->> 'cadre' from roster_import_row
                                where import_id = :id)
               and exists (select 1 from jsonb_to_recordset(cast(:places as jsonb))
                                    as p (path text, around boolean)
                            where u.path = p.path or p.around and starts_with(u.path, p.path))
               and not exists (select 1 from roster_import_row r
                                where r.import_id = :id and r.code = w.code)
               and BOUND
            """
                    .replace("BOUND", bound.condition())))
        .setParameter("places", reach(roster).toString())
        .executeUpdate();
  }

  /** The places that a file says all about; above a district only the very places that it names. */
  @SuppressWarnings("unchecked")
  private JsonArray reach(UUID roster) {
    List<Object[]> paths =
        on(
                roster,
                """
                select distinct u.path,
                       (select d.path from org_unit d where d.level = 'district'
                           and d.code = any (string_to_array(u.path, '/')))
                  from roster_import_row r join org_unit u on u.code = r.said ->> 'unit_code'
                 where r.import_id = :id
                """)
            .getResultList();
    JsonArrayBuilder reach = Jsons.JSON.createArrayBuilder();
    Map<String, String> districts = new TreeMap<>();
    for (Object[] row : paths) {
      if (row[1] == null) {
        reach.add(place((String) row[0], false));
      } else {
        districts.merge((String) row[1], (String) row[0], RosterWorkers::common);
      }
    }
    districts.values().forEach(path -> reach.add(place(path, true)));
    return reach.build();
  }

  private static JsonObjectBuilder place(String path, boolean around) {
    return Jsons.JSON.createObjectBuilder().add("path", path).add("around", around);
  }

  /** The narrowest place that two places lie in. */
  static String common(String one, String other) {
    List<String> way = new ArrayList<>(Arrays.asList(one.split("/")));
    List<String> otherWay = Arrays.asList(other.split("/"));
    int same = 0;
    while (same < Math.min(way.size(), otherWay.size())
        && way.get(same).equals(otherWay.get(same))) {
      same++;
    }
    return String.join("/", way.subList(0, same)) + "/";
  }

  /** What lies outside: where somebody shall work, and where somebody known works now. */
  public List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor) {
    return rows.outside(
        roster,
        """
        select r.line, 'unit_code', u.path, c.department
          from roster_import_row r
          join org_unit u on u.code = r.said ->> 'unit_code'
          join CADRES on c.cadre = r.said ->> 'cadre'
         where r.import_id = :id and r.line > 0
        union all
        select r.line, 'worker_id', u.path, w.department
          from roster_import_row r
          join worker w on w.id = r.ref
          join org_unit u on u.id = w.unit_id
         where r.import_id = :id and r.line > 0
        """
            .replace("CADRES", CADRES),
        answersFor);
  }

  /** Adds who is new, changes who is different, and shuts who leaves. */
  public void apply(UUID roster, Instant now) {
    on(
            roster,
            "update roster_import_row set ref = gen_random_uuid()"
                + " where import_id = :id and action = 'added'")
        .executeUpdate();
    on(
            roster,
            """
            insert into worker (id, code, sex, birth_year, cadre, department, language, unit_id,
                                role_start, active, created_at, changed_at)
            select r.ref, r.code, r.said ->> 'sex', cast(r.said ->> 'birth_year' as int),
                   r.said ->> 'cadre', c.department, r.said ->> 'language', u.id,
                   cast(r.said ->> 'role_start' as date), cast(r.said ->> 'active' as boolean),
                   :now, :now
              from roster_import_row r
              join org_unit u on u.code = r.said ->> 'unit_code'
              join CADRES on c.cadre = r.said ->> 'cadre'
             where r.import_id = :id and r.action = 'added'
            """
                .replace("CADRES", CADRES))
        .setParameter("now", now)
        .executeUpdate();
    describe(roster, "said", "'changed', 'left'", now);
    settle(roster);
  }

  /** Whose phone number was changed by hand, among the people of the file. */
  @SuppressWarnings("unchecked")
  public List<UUID> phonesByHand(UUID roster) {
    return entities
        .createNativeQuery(
            "select b.worker_id from changed_by_hand b join roster_import_row r"
                + " on r.ref = b.worker_id where r.import_id = :id and r.line > 0"
                + " and b.phone_at is not null",
            UUID.class)
        .setParameter("id", roster)
        .getResultList();
  }

  /**
   * Where a roster says the same as was said by hand, it has caught up, and its word holds again.
   */
  private void settle(UUID roster) {
    String same =
        " from roster_import_row r join worker w on w.id = r.ref where r.import_id = :id"
            + " and b.worker_id = r.ref and b.active_at is not null"
            + " and r.said ->> 'active' = cast(w.active as text)";
    on(
            roster,
            "delete from changed_by_hand b using" + same.substring(5) + " and b.phone_at is null")
        .executeUpdate();
    on(roster, "update changed_by_hand b set active_at = null, active_by = null" + same)
        .executeUpdate();
  }

  /** Puts everybody back as she was; who had been added is taken for one who has left. */
  public void takeBack(UUID roster, Instant now) {
    describe(roster, "had", "'changed', 'left'", now);
    on(
            roster,
            "update worker w set active = false, changed_at = :now from roster_import_row r"
                + " where r.import_id = :id and r.action = 'added' and w.id = r.ref")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Takes the columns that differ over from one side or the other. */
  private void describe(UUID roster, String side, String actions, Instant now) {
    on(
            roster,
            """
            update worker w
               set sex = case when 'sex' = any (r.fields) then r.SIDE ->> 'sex' else w.sex end,
                   birth_year = case when 'birth_year' = any (r.fields)
                                     then cast(r.SIDE ->> 'birth_year' as int)
                                     else w.birth_year end,
                   language = case when 'language' = any (r.fields) then r.SIDE ->> 'language'
                                   else w.language end,
                   cadre = coalesce(c.cadre, w.cadre),
                   department = case when c.cadre is null then w.department else c.department end,
                   role_start = case when 'role_start' = any (r.fields)
                                     then cast(r.SIDE ->> 'role_start' as date)
                                     else w.role_start end,
                   active = case when 'active' = any (r.fields)
                                 then cast(r.SIDE ->> 'active' as boolean) else w.active end,
                   unit_id = coalesce(u.id, w.unit_id),
                   changed_at = :now
              from roster_import_row r
              left join org_unit u
                on 'unit_code' = any (r.fields) and u.code = r.SIDE ->> 'unit_code'
              left join CADRES
                on 'cadre' = any (r.fields) and c.cadre = r.SIDE ->> 'cadre'
             where r.import_id = :id and r.action in (ACTIONS) and w.id = r.ref
               and r.fields && OWN
            """
                .replace("SIDE", side)
                .replace("CADRES", CADRES)
                .replace("ACTIONS", actions)
                .replace("OWN", OWN))
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The rows whose workers are not any more as the import left them. */
  @SuppressWarnings("unchecked")
  public List<Integer> changedSince(UUID roster) {
    return on(
            roster,
            """
            select r.n
              from roster_import_row r
              left join worker w on w.id = r.ref
              left join org_unit u on u.id = w.unit_id
             where r.import_id = :id and r.action in ('added', 'changed', 'left')
               and (w.id is null
                    or exists (select 1 from jsonb_each(r.said) e
                                where (r.action = 'added' or e.key = any (r.fields))
                                  and e.key <> 'device'
                                  and HAD -> e.key is distinct from e.value))
            """
                .replace("HAD", HAD))
        .getResultList();
  }

  private Query on(UUID roster, String sql) {
    return entities.createNativeQuery(sql).setParameter("id", roster);
  }
}
