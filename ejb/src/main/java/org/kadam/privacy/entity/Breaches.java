package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All breaches that were written down. */
@ApplicationScoped
public class Breaches {

  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  public void add(Breach breach) {
    entities.persist(breach);
  }

  public Optional<Breach> find(UUID id) {
    return Optional.ofNullable(entities.find(Breach.class, id));
  }

  /** The latest, at most two hundred, by when they were found. */
  public List<Breach> latest() {
    return entities
        .createQuery("select b from Breach b order by b.foundAt desc, b.id", Breach.class)
        .setMaxResults(MOST)
        .getResultList();
  }
}
