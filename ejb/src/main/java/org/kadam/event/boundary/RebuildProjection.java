package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kadam.event.control.Projection;
import org.kadam.event.control.Projections;
import org.kadam.event.control.Projector;
import org.kadam.event.entity.Checkpoints;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Makes a projection anew from the ledger, with the same result. While it runs, its readers see
 * what has been read so far.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RebuildProjection {

  @Inject private Projections projections;
  @Inject private Projector projector;
  @Inject private Checkpoints checkpoints;

  /**
   * Where a projection is after its rebuild.
   *
   * @param position the last event of the ledger that is in it
   */
  public record Rebuilt(String name, long position) {}

  /**
   * @throws Problem NOT_FOUND where there is no projection of this name
   */
  public Rebuilt rebuild(String name) {
    Projection projection =
        projections
            .named(name)
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such projection"));
    projector.rebuild(projection);
    return new Rebuilt(name, checkpoints.position(name).orElse(0));
  }
}
