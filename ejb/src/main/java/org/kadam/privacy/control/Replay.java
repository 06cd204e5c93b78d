package org.kadam.privacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kadam.privacy.entity.Erasures;

/**
 * Erases again who was erased before: after a restore, since a backup brings people back, and every
 * night, since a phone that was away may have sent something about them.
 */
@ApplicationScoped
public class Replay {

  @Inject private Eraser eraser;
  @Inject private Erasures erasures;
  @Inject private ErasureList list;

  /** Erases everybody of a list; gives how many there are. */
  public int all(Map<UUID, Instant> erased) {
    erased.forEach(eraser::erase);
    list.keep(erasures.all());
    return erased.size();
  }

  /** Erases those whom the file outside the database knows and the database does not. */
  public int forgotten() {
    Map<UUID, Instant> forgotten = new TreeMap<>(list.kept());
    forgotten.keySet().removeAll(erasures.all().keySet());
    return all(forgotten);
  }

  /** Erases everybody who was ever erased. */
  public int everybody() {
    return all(erasures.all());
  }
}
