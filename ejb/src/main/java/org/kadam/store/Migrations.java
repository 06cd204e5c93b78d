package org.kadam.store;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.kadam.privacy.control.NameKeys;

/**
 * Brings the schema up to date before Hibernate validates its mapping, and so before anything can
 * ask for an entity. Flyway is the schema's only author: scripts in {@code db/migration}, and in
 * Java where the server's keys are needed.
 */
public final class Migrations implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessions) {
    try {
      DataSource source =
          (DataSource) new InitialContext().lookup("java:jboss/datasources/KadamDS");
      Schema.of(source, NameKeys::configured).load().migrate();
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
