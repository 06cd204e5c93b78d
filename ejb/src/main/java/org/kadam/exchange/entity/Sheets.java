package org.kadam.exchange.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All sheets of paper. */
@ApplicationScoped
public class Sheets {

  @PersistenceContext private EntityManager entities;

  public Optional<Sheet> find(String code) {
    return Optional.ofNullable(entities.find(Sheet.class, code));
  }

  @Transactional
  public void add(Sheet sheet) {
    entities.persist(sheet);
  }

  /** The answers are in the ledger; who entered them first is kept. */
  @Transactional
  public void entered(String code, UUID by, Instant now) {
    Sheet sheet = entities.find(Sheet.class, code, LockModeType.PESSIMISTIC_WRITE);
    if (sheet != null) {
      sheet.entered(by, now);
    }
  }
}
