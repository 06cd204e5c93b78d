package org.kadam.worker.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.kadam.worker.control.SignIn;
import org.kadam.worker.control.SignInAccounts;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.entity.AccountEnds;

/**
 * Every few seconds: deletes the accounts of erased workers at the sign-in. What is not ours, or
 * gone already, is let go of; what fails comes again two minutes later.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndAccounts {

  private static final int AT_ONCE = 20;

  @Inject private AccountEnds ends;
  @Inject private SignIn signIn;
  @Inject private SignInAccounts signInAccounts;

  private final ReentrantLock ending = new ReentrantLock();

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void round() {
    if (!ending.tryLock()) {
      return;
    }
    try {
      ends.lease(AT_ONCE, Instant.now()).forEach(this::end);
    } finally {
      ending.unlock();
    }
  }

  private void end(AccountEnds.End end) {
    try {
      if (end.issuer().equals(signIn.issuer())) {
        signInAccounts.end(end.subject());
      }
      ends.gone(end);
    } catch (SignInFailed e) {
      // The lease runs out, and it comes again.
    }
  }
}
