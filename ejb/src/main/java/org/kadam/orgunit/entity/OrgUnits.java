package org.kadam.orgunit.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All places. */
@ApplicationScoped
public class OrgUnits {

  @PersistenceContext private EntityManager entities;

  public Optional<OrgUnit> find(UUID id) {
    return Optional.ofNullable(entities.find(OrgUnit.class, id));
  }

  public Optional<OrgUnit> byCode(String code) {
    return byCodes(List.of(code)).values().stream().findFirst();
  }

  /** The places that exist among some codes, by code. */
  public Map<String, OrgUnit> byCodes(Collection<String> codes) {
    return entities
        .createQuery("select u from OrgUnit u where u.code in :codes", OrgUnit.class)
        .setParameter("codes", codes)
        .getResultStream()
        .collect(Collectors.toMap(OrgUnit::code, Function.identity()));
  }

  /** The places of some ids, by id. */
  public Map<UUID, OrgUnit> byIds(Collection<UUID> ids) {
    return entities
        .createQuery("select u from OrgUnit u where u.id in :ids", OrgUnit.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(OrgUnit::id, Function.identity()));
  }

  /** The places directly inside one, in the order of their codes. */
  public List<OrgUnit> inside(UUID parent) {
    return entities
        .createQuery(
            "select u from OrgUnit u where u.parentId = :parent order by u.code", OrgUnit.class)
        .setParameter("parent", parent)
        .getResultList();
  }

  public void add(OrgUnit unit) {
    entities.persist(unit);
  }

  /** Brings the paths of all places along after some have moved to another parent. */
  public void follow() {
    entities.flush();
    entities
        .createNativeQuery(
            """
            with recursive tree (id, path) as (
              select id, '/' || code || '/' from org_unit where parent_id is null
              union all
              select u.id, t.path || u.code || '/' from org_unit u join tree t on u.parent_id = t.id
            )
            update org_unit u set path = t.path from tree t where t.id = u.id and u.path <> t.path
            """)
        .executeUpdate();
    entities.clear();
  }
}
