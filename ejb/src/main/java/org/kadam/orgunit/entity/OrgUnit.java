package org.kadam.orgunit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kadam.language.Texts;

/**
 * A place of the programme. Its {@link #path()} holds the codes from the country down, each
 * followed by a slash, so that everything inside a place starts with the path of that place.
 */
@Entity
@Table(name = "org_unit")
public class OrgUnit {

  @Id private UUID id;
  private String code;

  @Column(name = "parent_id")
  private UUID parentId;

  private String level;
  private String department;
  private String path;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_hi")
  private String nameHi;

  @Column(name = "name_lo")
  private String nameLo;

  @Column(name = "time_zone")
  private String timeZone;

  protected OrgUnit() {}

  /** A country where {@code parent} is null, else a place inside its parent. */
  public OrgUnit(OrgUnit parent, Description described) {
    this.id = UUID.randomUUID();
    this.code = described.code();
    take(parent, described);
  }

  /**
   * What a roster says of a place; {@code department}, {@code nameHi}, {@code nameLo} may be null.
   */
  public record Description(
      String code,
      Level level,
      Department department,
      String nameEn,
      String nameHi,
      String nameLo,
      ZoneId timeZone) {}

  /**
   * Takes over a description and a parent, and says whether anything is different now. The paths of
   * places inside this one are then for {@link OrgUnits#follow} to bring along.
   *
   * @throws IllegalArgumentException where the place would not be narrower than its parent, or a
   *     country had one
   */
  public boolean describe(OrgUnit parent, Description described) {
    return take(parent, described);
  }

  private boolean take(OrgUnit parent, Description described) {
    boolean country = described.level() == Level.COUNTRY;
    if (country != (parent == null)
        || (parent != null && !described.level().narrowerThan(parent.level()))) {
      throw new IllegalArgumentException("A place is narrower than its parent");
    }
    UUID parentNow = parent == null ? null : parent.id;
    String pathNow = (parent == null ? "/" : parent.path) + code + "/";
    String departmentNow = described.department() == null ? null : described.department().code();
    boolean same =
        Objects.equals(parentId, parentNow)
            && Objects.equals(path, pathNow)
            && Objects.equals(level, described.level().code())
            && Objects.equals(department, departmentNow)
            && Objects.equals(nameEn, described.nameEn())
            && Objects.equals(nameHi, described.nameHi())
            && Objects.equals(nameLo, described.nameLo())
            && Objects.equals(timeZone, described.timeZone().getId());
    parentId = parentNow;
    path = pathNow;
    level = described.level().code();
    department = departmentNow;
    nameEn = described.nameEn();
    nameHi = described.nameHi();
    nameLo = described.nameLo();
    timeZone = described.timeZone().getId();
    return !same;
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public Optional<UUID> parentId() {
    return Optional.ofNullable(parentId);
  }

  public Level level() {
    return Level.of(level).orElseThrow();
  }

  /** The line of command the place belongs to; empty where both work. */
  public Optional<Department> department() {
    return Department.of(department);
  }

  public String path() {
    return path;
  }

  public Land land() {
    return Land.ofPath(path);
  }

  public String nameEn() {
    return nameEn;
  }

  /** The name in Hindi, where the roster has one. */
  public Optional<String> nameHi() {
    return Optional.ofNullable(nameHi);
  }

  /** The name in Lao, where the roster has one. */
  public Optional<String> nameLo() {
    return Optional.ofNullable(nameLo);
  }

  /** Where the roster has no name in a language, the English one stands in. */
  public Texts names() {
    return new Texts(nameEn, nameHi == null ? nameEn : nameHi, nameLo == null ? nameEn : nameLo);
  }

  public ZoneId timeZone() {
    return ZoneId.of(timeZone);
  }
}
