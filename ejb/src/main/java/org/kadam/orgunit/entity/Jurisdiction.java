package org.kadam.orgunit.entity;

import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What somebody in a role may see: place ∩ department, and there names or only numbers. An empty
 * jurisdiction sees nothing.
 */
public record Jurisdiction(List<Grant> grants) {

  /**
   * One assignment as a right.
   *
   * @param path the path of the place; everything inside starts with it
   * @param department the department, or null for every department
   * @param names whether the workers there are known by name, or only counted
   */
  public record Grant(String path, Department department, boolean names) {

    /**
     * The right that an assignment gives: names to a helper whose place is small enough that she
     * knows the people in it (a block in India, a district in Laos), numbers to everybody else.
     */
    public static Grant of(StaffAssignment assignment, OrgUnit unit) {
      return new Grant(
          unit.path(),
          assignment.department().orElse(null),
          assignment.role() == Role.HELPER && unit.land().names(unit.level()));
    }

    boolean covers(String unitPath, Department of) {
      return unitPath.startsWith(path) && (department == null || department == of);
    }
  }

  public Jurisdiction {
    grants = List.copyOf(grants);
  }

  /**
   * Whether workers of a department in a place lie inside.
   *
   * @param unitPath the path of the place
   * @param department the workers' department; null for those of none, whom only a grant for every
   *     department sees
   */
  public boolean sees(String unitPath, Department department) {
    return grants.stream().anyMatch(grant -> grant.covers(unitPath, department));
  }

  /** Whether there is any place in which names may be seen; {@link #named} says which. */
  public boolean seesNames() {
    return grants.stream().anyMatch(Grant::names);
  }

  /** The part of this jurisdiction in which workers are known by name; may be empty. */
  public Jurisdiction named() {
    return new Jurisdiction(grants.stream().filter(Grant::names).toList());
  }

  /**
   * A condition for JPQL and SQL alike that holds for what lies inside, in brackets; false for an
   * empty jurisdiction. Used once in a query: its parameters are named {@code seen…}.
   *
   * <pre>
   *   var bound = jurisdiction.bound("u.path", "w.department");
   *   bound.to(entities.createNativeQuery("select … where w.active and " + bound.condition()))
   * </pre>
   *
   * @param path the path of the worker's place, such as {@code u.path}
   * @param department the worker's department, such as {@code w.department}
   */
  public Bound bound(String path, String department) {
    if (grants.isEmpty()) {
      return new Bound("(1 = 0)", Map.of());
    }
    StringJoiner any = new StringJoiner(" or ", "(", ")");
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < grants.size(); i++) {
      Grant grant = grants.get(i);
      String inPlace = path + " like :seenPath" + i;
      values.put("seenPath" + i, grant.path() + "%");
      if (grant.department() == null) {
        any.add(inPlace);
      } else {
        any.add("(" + inPlace + " and " + department + " = :seenDepartment" + i + ")");
        values.put("seenDepartment" + i, grant.department().code());
      }
    }
    return new Bound(any.toString(), values);
  }

  /** A condition and the values of its named parameters. */
  public record Bound(String condition, Map<String, Object> values) {

    /** Gives a query the values of the condition's parameters. */
    public <Q extends Query> Q to(Q query) {
      values.forEach(query::setParameter);
      return query;
    }
  }
}
