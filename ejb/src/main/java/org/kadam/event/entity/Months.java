package org.kadam.event.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The tables of the months, in which the ledger is kept. */
@ApplicationScoped
public class Months {

  @Resource(lookup = "java:jboss/datasources/KadamDS")
  private DataSource source;

  Months() {
    // for the container
  }

  /** For use without a container. */
  public Months(DataSource source) {
    this.source = source;
  }

  /**
   * Makes the tables of the months around a moment that are not there yet. What came in meanwhile,
   * or comes from phones whose clocks are ahead, lies among the others and is moved.
   */
  public void make(Instant around, int before, int after) {
    try (Connection connection = source.getConnection();
        PreparedStatement make = connection.prepareStatement("select make_months(?, ?, ?)")) {
      make.setObject(1, around.atOffset(ZoneOffset.UTC));
      make.setInt(2, before);
      make.setInt(3, after);
      make.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The tables of the months could not be made", e);
    }
  }
}
