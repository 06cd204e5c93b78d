package org.kadam.credential.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kadam.language.Texts;

/** All certificates; each worker has at most one of a course. */
@ApplicationScoped
public class Certificates {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int BYTES = 16;

  @PersistenceContext private EntityManager entities;

  /** Issues one, unless she has it already; from whichever node, however often. */
  public void issue(UUID worker, String course, Texts title, LocalDate finishedOn) {
    entities
        .createNativeQuery(
            "insert into certificate (code, worker_id, course, title_en, title_hi, title_lo,"
                + " finished_on, issued_at)"
                + " values (:code, :worker, :course, :en, :hi, :lo, :day, now())"
                + " on conflict (worker_id, course) do nothing")
        .setParameter("code", code())
        .setParameter("worker", worker)
        .setParameter("course", course)
        .setParameter("en", title.en())
        .setParameter("hi", title.hi())
        .setParameter("lo", title.lo())
        .setParameter("day", finishedOn)
        .executeUpdate();
  }

  /** Hers, the earliest finished first. */
  public List<Certificate> of(UUID worker) {
    return entities
        .createQuery(
            "select c from Certificate c where c.workerId = :worker"
                + " order by c.finishedOn, c.course",
            Certificate.class)
        .setParameter("worker", worker)
        .getResultList();
  }

  public Optional<Certificate> find(String code) {
    return Optional.ofNullable(entities.find(Certificate.class, code));
  }

  private static String code() {
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
