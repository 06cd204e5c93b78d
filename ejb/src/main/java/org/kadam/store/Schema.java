package org.kadam.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.kadam.privacy.control.NameKeys;

/** The schema's only author: scripts in {@code db/migration}, and what only the server can do. */
public final class Schema {

  private Schema() {}

  /**
   * All migrations of a database.
   *
   * @param keys for sealing what an older release kept in clear; asked for only then
   */
  public static FluentConfiguration of(DataSource source, Supplier<NameKeys> keys) {
    // The cluster's discovery may have made its own table first: an empty baseline allows for it.
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .locations("classpath:db/migration")
        .javaMigrations(new SealNames(keys));
  }

  /** The last version that this release knows. */
  public static MigrationVersion newest(FluentConfiguration schema) {
    return Arrays.stream(schema.load().info().all())
        .filter(info -> info.getState().isResolved() && info.getVersion() != null)
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("There are no migrations"));
  }
}
