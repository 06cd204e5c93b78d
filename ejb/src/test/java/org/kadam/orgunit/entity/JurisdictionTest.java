package org.kadam.orgunit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JurisdictionTest {

  private static final OrgUnit INDIA = unit(null, "IN", Level.COUNTRY);
  private static final OrgUnit BIHAR = unit(INDIA, "IN-BR", Level.STATE);
  private static final OrgUnit DISTRICT = unit(BIHAR, "IN-BR-MZF", Level.DISTRICT);
  private static final OrgUnit BLOCK = unit(DISTRICT, "IN-BR-MZF-KNT", Level.BLOCK);
  private static final OrgUnit FACILITY = unit(BLOCK, "IN-BR-MZF-KNT-H1", Level.FACILITY);
  private static final OrgUnit OTHER_FACILITY = unit(BLOCK, "IN-BR-MZF-KNT-H10", Level.FACILITY);
  private static final OrgUnit LAOS = unit(null, "LA", Level.COUNTRY);
  private static final OrgUnit PROVINCE = unit(LAOS, "LA-BK", Level.PROVINCE);
  private static final OrgUnit LAO_DISTRICT = unit(PROVINCE, "LA-BK-HXY", Level.DISTRICT);

  private static OrgUnit unit(OrgUnit parent, String code, Level level) {
    return new OrgUnit(
        parent,
        new OrgUnit.Description(code, level, null, code, null, null, ZoneId.of("Asia/Kolkata")));
  }

  private static Jurisdiction of(Role role, OrgUnit unit, Department department) {
    StaffAssignment assignment =
        new StaffAssignment(UUID.randomUUID(), role, unit.id(), department, Instant.EPOCH);
    return new Jurisdiction(List.of(Jurisdiction.Grant.of(assignment, unit)));
  }

  @Test
  void a_helper_of_a_block_in_India_sees_names() {
    assertTrue(of(Role.HELPER, BLOCK, Department.HEALTH).seesNames());
    assertTrue(of(Role.HELPER, FACILITY, Department.HEALTH).seesNames());
  }

  @Test
  void a_helper_of_a_district_sees_names_in_Laos_and_numbers_in_India() {
    assertTrue(of(Role.HELPER, LAO_DISTRICT, Department.HEALTH).seesNames());
    assertFalse(of(Role.HELPER, PROVINCE, Department.HEALTH).seesNames());
    assertFalse(of(Role.HELPER, DISTRICT, Department.HEALTH).seesNames());
  }

  @Test
  void an_officer_never_sees_names_however_small_her_place() {
    assertFalse(of(Role.OFFICER, FACILITY, Department.HEALTH).seesNames());
    assertFalse(of(Role.ADMIN, FACILITY, null).seesNames());
  }

  @Test
  void what_is_seen_is_the_place_with_all_inside_it_and_nothing_beside_it() {
    Jurisdiction facility = of(Role.HELPER, FACILITY, Department.HEALTH);
    assertTrue(facility.sees(FACILITY.path(), Department.HEALTH));
    assertFalse(facility.sees(OTHER_FACILITY.path(), Department.HEALTH));
    assertFalse(facility.sees(BLOCK.path(), Department.HEALTH));
    assertTrue(of(Role.HELPER, BLOCK, Department.HEALTH).sees(FACILITY.path(), Department.HEALTH));
  }

  @Test
  void the_two_departments_of_one_place_do_not_see_each_other() {
    assertFalse(of(Role.HELPER, BLOCK, Department.ICDS).sees(FACILITY.path(), Department.HEALTH));
    assertFalse(of(Role.HELPER, BLOCK, Department.ICDS).sees(FACILITY.path(), null));
    assertTrue(of(Role.HELPER, BLOCK, null).sees(FACILITY.path(), null));
  }

  @Test
  void the_named_part_leaves_out_where_only_numbers_are_seen() {
    Jurisdiction both =
        new Jurisdiction(
            List.of(
                of(Role.HELPER, DISTRICT, null).grants().get(0),
                of(Role.HELPER, FACILITY, null).grants().get(0)));
    assertTrue(both.sees(BLOCK.path(), null));
    assertFalse(both.named().sees(BLOCK.path(), null));
    assertTrue(both.named().sees(FACILITY.path(), null));
  }

  @Test
  void nobody_assigned_sees_nothing_in_a_query_either() {
    assertEquals(
        "(1 = 0)", new Jurisdiction(List.of()).bound("u.path", "w.department").condition());
  }

  @Test
  void a_query_is_bounded_by_place_and_department() {
    Jurisdiction.Bound bound =
        new Jurisdiction(
                List.of(
                    of(Role.OFFICER, DISTRICT, Department.ICDS).grants().get(0),
                    of(Role.OFFICER, LAO_DISTRICT, null).grants().get(0)))
            .bound("u.path", "w.department");
    assertEquals(
        "((u.path like :seenPath0 and w.department = :seenDepartment0) or u.path like :seenPath1)",
        bound.condition());
    assertEquals(
        Map.of(
            "seenPath0",
            "/IN/IN-BR/IN-BR-MZF/%",
            "seenDepartment0",
            "icds",
            "seenPath1",
            "/LA/LA-BK/LA-BK-HXY/%"),
        bound.values());
  }

  @Test
  void a_place_that_is_not_narrower_than_its_parent_cannot_be() {
    assertThrows(IllegalArgumentException.class, () -> unit(FACILITY, "X", Level.BLOCK));
    assertThrows(IllegalArgumentException.class, () -> unit(FACILITY, "X", Level.SECTOR));
    assertThrows(IllegalArgumentException.class, () -> unit(null, "X", Level.DISTRICT));
  }
}
