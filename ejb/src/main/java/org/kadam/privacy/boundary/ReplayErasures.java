package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kadam.privacy.control.ErasureList;
import org.kadam.privacy.control.Replay;
import org.kadam.privacy.entity.Erasures;

/**
 * An administrator takes the erasure list away for keeping it elsewhere, and after a backup was
 * restored brings it back: everybody on it is erased again.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayErasures {

  @Inject private Erasures erasures;
  @Inject private Replay replay;

  /** How many were on the list. */
  public record Replayed(int erased) {}

  /** The list: a header, then an id and a time a line. */
  public String list() {
    return ErasureList.text(erasures.all());
  }

  /**
   * @throws org.kadam.problem.Problem INVALID for what is no list; nothing is erased then
   */
  public Replayed replay(String text) {
    return new Replayed(replay.all(ErasureList.read(text)));
  }
}
