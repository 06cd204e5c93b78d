package org.kadam.equity.entity;

import java.util.List;
import java.util.Objects;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdiction.Grant;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Whom a report is about: the active frontline workers of a jurisdiction.
 *
 * @param place the smallest place that all of it lies in
 * @param department the only department in it, or null
 */
public record Subject(OrgUnit place, Department department, Jurisdiction seen) {

  /**
   * @throws Problem FORBIDDEN for an empty jurisdiction, CONFLICT where it spans countries
   */
  public static Subject of(Jurisdiction seen, OrgUnits places) {
    List<Grant> grants = seen.grants();
    if (grants.isEmpty()) {
      throw new Problem(Kind.FORBIDDEN, "No place is assigned to this officer");
    }
    String path = grants.stream().map(Grant::path).reduce(Subject::common).orElseThrow();
    if (path.length() == 1) {
      throw new Problem(Kind.CONFLICT, "Her places lie in different countries");
    }
    String code = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
    return new Subject(places.byCode(code).orElseThrow(), department(grants), seen);
  }

  /** The longest path that two begin with. */
  private static String common(String one, String other) {
    int end = 0;
    for (int slash = 0; slash >= 0; slash = one.indexOf('/', slash + 1)) {
      if (!other.startsWith(one.substring(0, slash + 1))) {
        break;
      }
      end = slash + 1;
    }
    return one.substring(0, end);
  }

  private static Department department(List<Grant> grants) {
    Department first = grants.get(0).department();
    boolean same = grants.stream().allMatch(grant -> Objects.equals(grant.department(), first));
    return same ? first : null;
  }
}
