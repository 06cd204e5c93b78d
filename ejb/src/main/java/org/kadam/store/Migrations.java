package org.kadam.store;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate validates its mapping, and so before anything can
 * ask for an entity. Flyway's scripts in {@code db/migration} are the schema's only author.
 */
public final class Migrations implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessions) {
    try {
      DataSource source =
          (DataSource) new InitialContext().lookup("java:jboss/datasources/KadamDS");
      // The cluster's discovery may have made its own table first: an empty baseline allows for it.
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(source)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (NamingException e) {
      throw new IllegalStateException("The data source of Kadam is not there", e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessions, SessionFactoryServiceRegistry registry) {
    // Nothing is held.
  }
}
