package org.kadam.worker.entity;

import static org.kadam.orgunit.entity.Department.HEALTH;
import static org.kadam.orgunit.entity.Department.ICDS;

import java.util.Locale;
import java.util.Optional;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Land;

/** What somebody works as. */
public enum Cadre {
  ASHA(true, HEALTH, Land.IN),
  AWW(true, ICDS, Land.IN),
  ANM(true, HEALTH, Land.IN),
  ASHA_FACILITATOR(false, HEALTH, Land.IN),
  LADY_SUPERVISOR(false, ICDS, Land.IN),
  BCM(false, HEALTH, Land.IN),
  VHV(true, HEALTH, Land.LA),
  MIDWIFE(true, HEALTH, Land.LA),
  NURSE(true, HEALTH, Land.LA),
  CENTRE_HEAD(false, HEALTH, Land.LA),
  OFFICER(false, null, null),
  TRAINER(false, null, null),
  ADMIN(false, null, null);

  private final boolean frontline;
  private final Department department;
  private final Land land;

  Cadre(boolean frontline, Department department, Land land) {
    this.frontline = frontline;
    this.department = department;
    this.land = land;
  }

  /** As the roster, the database and the API spell it: {@code asha-facilitator}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the cadre works with families; the report on the gap counts these and no others. */
  public boolean frontline() {
    return frontline;
  }

  /** The line of command; empty for those who are in none. */
  public Optional<Department> department() {
    return Optional.ofNullable(department);
  }

  /** The country that has this cadre; empty where any may. */
  public Optional<Land> land() {
    return Optional.ofNullable(land);
  }

  public static Optional<Cadre> of(String code) {
    for (Cadre cadre : values()) {
      if (cadre.code().equals(code)) {
        return Optional.of(cadre);
      }
    }
    return Optional.empty();
  }
}
