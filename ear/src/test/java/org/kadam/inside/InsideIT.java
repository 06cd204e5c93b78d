package org.kadam.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.course.entity.Packages;
import org.kadam.json.CanonicalJson;
import org.kadam.problem.Problem;
import org.kadam.worker.boundary.ImportRoster;
import org.kadam.worker.boundary.WatchAccounts;
import org.kadam.worker.control.Roster;

/** What only the inside can show: doors that stay closed to code, and transactions. */
@ArquillianTest
class InsideIT {

  private static final String UNITS =
      "unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone\n";

  @EJB private ImportRoster importRoster;
  @EJB private WatchAccounts watchAccounts;
  @Inject private Roster roster;
  @Inject private Packages packages;
  @Resource private UserTransaction transaction;
  @PersistenceContext private EntityManager entities;

  @Deployment
  static EnterpriseArchive kadam() {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, new File(System.getProperty("root"), "ear/target/kadam.ear"));
    WebArchive war = ear.getAsType(WebArchive.class, "/kadam-web.war");
    war.addClass(InsideIT.class);
    return ear;
  }

  private static InputStream csv(String rows) {
    return new ByteArrayInputStream((UNITS + rows).getBytes(StandardCharsets.UTF_8));
  }

  private long units() {
    return entities.createQuery("select count(u) from OrgUnit u", Long.class).getSingleResult();
  }

  @Test
  @DisplayName("A boundary stays closed to code that nobody has signed in to")
  void boundaries_are_closed_from_the_inside_too() {
    assertThrows(
        EJBAccessException.class,
        () -> importRoster.from(csv(""), org.kadam.worker.control.Columns.OURS, true));
    assertThrows(EJBAccessException.class, () -> watchAccounts.page(null, null));
  }

  @Test
  @DisplayName("A roster with one bad row leaves nothing behind, not even its good rows")
  void all_or_nothing() throws Exception {
    long before = units();
    transaction.begin();
    try {
      Problem problem =
          assertThrows(
              Problem.class,
              () ->
                  roster.take(
                      csv(
                          "XX,,country,,Land,देश,ປະເທດ,Asia/Kolkata\n"
                              + "XX-1,NOWHERE,state,,State,राज्य,ແຂວງ,Asia/Kolkata\n"),
                      Instant.now()));
      assertTrue(
          problem.details().stream()
              .anyMatch(d -> d.line() == 3 && "parent_code".equals(d.field())),
          problem.details().toString());
    } finally {
      transaction.rollback();
    }
    assertEquals(before, units());
  }

  @Test
  @DisplayName("A recording is kept as it is, once, under the name that its bytes give it")
  void a_recording_is_kept() throws Exception {
    byte[] sound = "OggS, and what follows".getBytes(StandardCharsets.UTF_8);
    transaction.begin();
    try {
      packages.storeSound(sound);
      packages.storeSound(sound);
      String name = CanonicalJson.sha256(sound);
      assertArrayEquals(sound, packages.sound(name).orElseThrow().opus());
      assertTrue(packages.sound("0".repeat(64)).isEmpty());
    } finally {
      transaction.rollback();
    }
  }

  @Test
  @DisplayName("The schema that Hibernate validated is the one that the migrations made")
  void migrations_ran_before_the_mapping_was_validated() {
    Number applied =
        (Number)
            entities
                .createNativeQuery("select count(*) from flyway_schema_history where success")
                .getSingleResult();
    assertTrue(applied.intValue() >= 3, "migrations: " + applied);
  }
}
