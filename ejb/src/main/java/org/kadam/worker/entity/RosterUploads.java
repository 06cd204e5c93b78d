package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * Uploaded files that wait to be read, in the database and in pieces: any node can read them, and
 * none holds one whole.
 */
@ApplicationScoped
public class RosterUploads {

  /** The size of a piece; the last may be smaller. */
  public static final int PIECE = 256 * 1024;

  @PersistenceContext private EntityManager entities;
  @Inject private RosterBoxes boxes;

  /** Keeps one piece; the first is number 0. */
  @Transactional
  public void keep(UUID id, int n, byte[] piece) {
    entities
        .createNativeQuery(
            "insert into roster_import_part (import_id, n, bytes) values (:id, :n, :bytes)")
        .setParameter("id", id)
        .setParameter("n", n)
        .setParameter("bytes", boxes.sealBytes(id, piece))
        .executeUpdate();
  }

  /** The file, from its beginning, a piece at a time. */
  public InputStream read(UUID id) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private int n;
          private byte[] next;

          @Override
          public boolean hasMoreElements() {
            next = next == null ? piece(id, n) : next;
            return next != null;
          }

          @Override
          public InputStream nextElement() {
            if (!hasMoreElements()) {
              throw new NoSuchElementException();
            }
            InputStream piece = new ByteArrayInputStream(next);
            next = null;
            n++;
            return piece;
          }
        });
  }

  private byte[] piece(UUID id, int n) {
    List<?> found =
        entities
            .createNativeQuery(
                "select bytes from roster_import_part where import_id = :id and n = :n",
                byte[].class)
            .setParameter("id", id)
            .setParameter("n", n)
            .getResultList();
    return found.isEmpty() ? null : boxes.openBytes(id, (byte[]) found.get(0));
  }

  @Transactional
  public void forget(UUID id) {
    entities
        .createNativeQuery("delete from roster_import_part where import_id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }
}
