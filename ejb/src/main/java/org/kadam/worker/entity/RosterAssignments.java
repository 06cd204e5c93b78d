package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * The assignments of an import. For each person in the file, its rows are all she has from then on:
 * what else she had is removed.
 */
@ApplicationScoped
public class RosterAssignments {

  /** That an assignment {@code a} at {@code u} is the one a row speaks of. */
  private static final String SAME =
      " a.worker_id = r.ref and a.role = r.said ->> 'role' and u.code = r.said ->> 'unit_code'"
          + " and a.department is not distinct from r.said ->> 'department'";

  @PersistenceContext private EntityManager entities;
  @Inject private RosterRows rows;

  /**
   * Finds out what is added, unchanged and removed.
   *
   * @param answersFor what somebody has outside of these places is left to her
   */
  public void compare(UUID roster, Jurisdiction answersFor) {
    Jurisdiction.Bound bound = answersFor.bound("u.path", "a.department");
    on(roster, "delete from roster_import_row where import_id = :id and line = 0").executeUpdate();
    on(
            roster,
            "update roster_import_row r set ref = w.id, action = 'added' from worker w"
                + " where r.import_id = :id and w.code = r.code")
        .executeUpdate();
    on(
            roster,
            "update roster_import_row r set action = 'unchanged'"
                + " from staff_assignment a join org_unit u on u.id = a.unit_id"
                + " where r.import_id = :id and"
                + SAME)
        .executeUpdate();
    bound
        .to(
            on(
                roster,
                """
            insert into roster_import_row (import_id, n, line, action, code, ref, said, had, fields)
            select :id,
                   (select coalesce(max(n), 0) from roster_import_row where import_id = :id)
                     + row_number() over (order by w.code, a.role, u.code, a.department),
                   0, 'removed', w.code, w.id,
                   jsonb_build_object('role', a.role, 'unit_code', u.code,
                                      'department', a.department),
                   jsonb_build_object('role', a.role, 'unit_code', u.code,
                                      'department', a.department), '{role}'
              from staff_assignment a
              join worker w on w.id = a.worker_id
              join org_unit u on u.id = a.unit_id
             where a.worker_id in (select ref from roster_import_row where import_id = :id)
               and not exists (select 1 from roster_import_row r where r.import_id = :id and
            """
                    + SAME
                    + ") and "
                    + bound.condition()))
        .executeUpdate();
  }

  /** What lies outside: what is assigned, and to whom. */
  public List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor) {
    return rows.outside(
        roster,
        """
        select r.line, 'unit_code', u.path, r.said ->> 'department'
          from roster_import_row r join org_unit u on u.code = r.said ->> 'unit_code'
         where r.import_id = :id and r.line > 0 and r.said ->> 'role' <> 'worker'
        union all
        select r.line, 'worker_id', u.path, w.department
          from roster_import_row r
          join worker w on w.id = r.ref
          join org_unit u on u.id = w.unit_id
         where r.import_id = :id and r.line > 0
        """,
        answersFor);
  }

  /** Gives and withdraws what an import says. */
  public void apply(UUID roster, Instant now) {
    withdraw(roster, "removed");
    give(roster, "added", now);
  }

  /** Gives back and withdraws again. */
  public void takeBack(UUID roster, Instant now) {
    withdraw(roster, "added");
    give(roster, "removed", now);
  }

  private void give(UUID roster, String action, Instant now) {
    on(
            roster,
            """
            insert into staff_assignment (id, worker_id, role, unit_id, department, source, since)
            select gen_random_uuid(), r.ref, r.said ->> 'role', u.id, r.said ->> 'department',
                   'roster', :now
              from roster_import_row r join org_unit u on u.code = r.said ->> 'unit_code'
             where r.import_id = :id and r.action = :action
            """)
        .setParameter("action", action)
        .setParameter("now", now)
        .executeUpdate();
  }

  private void withdraw(UUID roster, String action) {
    on(
            roster,
            "delete from staff_assignment a using roster_import_row r, org_unit u"
                + " where r.import_id = :id and r.action = :action and u.id = a.unit_id and"
                + SAME)
        .setParameter("action", action)
        .executeUpdate();
  }

  /** The rows whose assignments are not any more as the import left them. */
  @SuppressWarnings("unchecked")
  public List<Integer> changedSince(UUID roster) {
    return on(
            roster,
            "select r.n from roster_import_row r where r.import_id = :id"
                + " and r.action in ('added', 'removed') and (r.action = 'added') <> exists"
                + " (select 1 from staff_assignment a join org_unit u on u.id = a.unit_id where"
                + SAME
                + ") or r.import_id = :id and r.action = 'removed'"
                + " and not exists (select 1 from worker w where w.id = r.ref)")
        .getResultList();
  }

  private Query on(UUID roster, String sql) {
    return entities.createNativeQuery(sql).setParameter("id", roster);
  }
}
