package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.kadam.event.control.Lag;
import org.kadam.event.control.Lags;
import org.kadam.event.control.Projection;
import org.kadam.event.control.Projections;
import org.kadam.event.control.Projector;
import org.kadam.event.entity.Checkpoints;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Makes projections anew from the ledger, with the same result, and shows how far that is. While it
 * runs, their readers see what has been read so far.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RebuildProjections {

  @Inject private Projections projections;
  @Inject private Projector projector;
  @Inject private Checkpoints checkpoints;
  @Inject private Lags lags;
  @Inject private DriveProjections drive;

  /**
   * Where a projection is after its rebuild.
   *
   * @param position up to where it has read the ledger
   */
  public record Rebuilt(String name, long position) {}

  /**
   * Makes one anew and returns when that is done.
   *
   * @throws Problem NOT_FOUND where there is no projection of this name
   */
  public Rebuilt rebuild(String name) {
    Projection projection =
        projections
            .named(name)
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such projection"));
    projector.rebuild(projection);
    return new Rebuilt(name, checkpoints.at(name).map(Checkpoints.Checkpoint::position).orElse(0L));
  }

  /** Begins to make all of them anew; {@link #progress} shows when that is done. */
  public List<Lag> rebuildAll() {
    projector.beginAnew();
    List<Lag> begun = lags.now();
    drive.soon();
    return begun;
  }

  /** How far each is, by name. */
  public List<Lag> progress() {
    return lags.now();
  }
}
