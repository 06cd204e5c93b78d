package org.kadam.health.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** PostgreSQL answers within two seconds; without it nothing can be taken in. */
@Readiness
@ApplicationScoped
public class DatabaseAnswers implements HealthCheck {

  @Resource DataSource source;

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = source.getConnection()) {
      return HealthCheckResponse.named("database").status(connection.isValid(2)).build();
    } catch (SQLException e) {
      return HealthCheckResponse.down("database");
    }
  }
}
