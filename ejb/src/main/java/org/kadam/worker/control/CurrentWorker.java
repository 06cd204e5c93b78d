package org.kadam.worker.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.entity.Identities;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * The worker who asks: the caller's principal is the subject of her account, and the account is
 * hers. It is an enterprise bean, because only these are told the caller on every way in. What one
 * finds here is an active worker.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CurrentWorker {

  @Resource private SessionContext session;
  @Inject private SignIn signIn;
  @Inject private Identities identities;
  @Inject private Workers workers;

  /**
   * @throws Problem FORBIDDEN where the account belongs to nobody on the roster, or to somebody who
   *     has left
   */
  public Worker require() {
    return identities
        .worker(signIn.issuer(), session.getCallerPrincipal().getName())
        .flatMap(workers::find)
        .filter(Worker::active)
        .orElseThrow(
            () -> new Problem(Kind.FORBIDDEN, "This account belongs to nobody on the roster"));
  }

  /** Her id, with the same problem where there is nobody. */
  public UUID id() {
    return require().id();
  }
}
