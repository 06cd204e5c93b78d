package org.kadam.worker.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kadam.privacy.entity.Requests;
import org.kadam.worker.entity.WorkerNames;

/**
 * An administrator has every name, and every word that workers wrote to her, sealed with the key
 * that now stands first; afterwards the older keys can be taken out of the setting. Many short
 * transactions, so that it may be broken off and begun again.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResealNames {

  private static final int AT_ONCE = 500;

  @Resource private SessionContext session;
  @Inject private WorkerNames names;
  @Inject private Requests requests;

  /** How many were sealed anew. */
  public record Resealed(int sealed) {}

  public Resealed all() {
    ResealNames self = session.getBusinessObject(ResealNames.class);
    int sealed = 0;
    for (int some = self.some(); some > 0; some = self.some()) {
      sealed += some;
    }
    return new Resealed(sealed);
  }

  /** Some of those that are left; 0 once all are done. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int some() {
    return names.reseal(AT_ONCE) + requests.reseal(AT_ONCE);
  }
}
