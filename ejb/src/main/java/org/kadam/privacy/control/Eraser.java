package org.kadam.privacy.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.entity.Erasures;

/**
 * Erases one worker everywhere, and remembers it by her id alone. Each erasure is a transaction of
 * its own: all of her or nothing. It may be repeated.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Eraser {

  @Inject private Holdings holdings;
  @Inject private Erasures erasures;

  public void erase(UUID worker, Instant at) {
    erasures.remember(worker, at);
    holdings.all().forEach(holding -> holding.erase(worker));
  }

  /** Deletes what one holding has kept long enough. */
  public Map<String, Holding.Expired> expire(Holding holding, Instant now) {
    return holding.expire(now);
  }
}
