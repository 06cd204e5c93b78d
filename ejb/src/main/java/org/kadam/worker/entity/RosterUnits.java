package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;

/** The places of an import, for the way back; the way in is a tree and is walked. */
@ApplicationScoped
public class RosterUnits {

  private static final String HAS =
      "jsonb_build_object('parent_code', p.code, 'level', u.level, 'department', u.department,"
          + " 'name_en', u.name_en, 'name_hi', u.name_hi, 'name_lo', u.name_lo,"
          + " 'time_zone', u.time_zone)";

  @PersistenceContext private EntityManager entities;
  @Inject private RosterRows rows;

  /** What lies outside: a place, where it lies and where it shall lie. */
  public List<RosterRows.Outside> outside(UUID roster, Jurisdiction answersFor) {
    return rows.outside(
        roster,
        """
        select r.line, 'unit_code', u.path, r.said ->> 'department'
          from roster_import_row r join org_unit u on u.id = r.ref
         where r.import_id = :id
        union all
        select r.line, 'parent_code', p.path, r.said ->> 'department'
          from roster_import_row r join org_unit p on p.code = r.said ->> 'parent_code'
         where r.import_id = :id
        union all
        select r.line, 'unit_code', '/' || r.code || '/', r.said ->> 'department'
          from roster_import_row r
         where r.import_id = :id and r.said ->> 'parent_code' is null
        """,
        answersFor);
  }

  /**
   * The rows whose places are not any more as the import left them, or which were added and are
   * used by something that the import did not add.
   */
  @SuppressWarnings("unchecked")
  public List<Integer> changedSince(UUID roster) {
    return on(
            roster,
            """
            select r.n
              from roster_import_row r
              left join org_unit u on u.id = r.ref
              left join org_unit p on p.id = u.parent_id
             where r.import_id = :id and r.action in ('added', 'changed')
               and (u.id is null
                    or exists (select 1 from jsonb_each(r.said) e
                                where HAS -> e.key is distinct from e.value)
                    or r.action = 'added'
                       and (exists (select 1 from worker w where w.unit_id = u.id)
                            or exists (select 1 from staff_assignment a where a.unit_id = u.id)
                            or exists (select 1 from org_unit c where c.parent_id = u.id
                                          and c.id not in (select ref from roster_import_row
                                                            where import_id = :id
                                                              and action = 'added'))))
            """
                .replace("HAS", HAS))
        .getResultList();
  }

  /** Puts places back as they were, and takes those away that had been added. */
  public void takeBack(UUID roster) {
    on(
            roster,
            """
            update org_unit u
               set parent_id = p.id, level = r.had ->> 'level',
                   department = r.had ->> 'department', name_en = r.had ->> 'name_en',
                   name_hi = r.had ->> 'name_hi', name_lo = r.had ->> 'name_lo',
                   time_zone = r.had ->> 'time_zone'
              from roster_import_row r
              left join org_unit p on p.code = r.had ->> 'parent_code'
             where r.import_id = :id and r.action = 'changed' and u.id = r.ref
            """)
        .executeUpdate();
    on(
            roster,
            "delete from org_unit u using roster_import_row r where r.import_id = :id"
                + " and r.action = 'added' and u.id = r.ref")
        .executeUpdate();
  }

  private Query on(UUID roster, String sql) {
    return entities.createNativeQuery(sql).setParameter("id", roster);
  }
}
