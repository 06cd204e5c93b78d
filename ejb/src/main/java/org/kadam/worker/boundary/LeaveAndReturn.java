package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.FollowRoster;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.HandChanges;
import org.kadam.worker.entity.Worker;

/**
 * A worker leaves: her account is shut, her PIN is gone, whatever was signed in ends; what she did
 * and learned stays. She comes back as the same worker, and a new first PIN is made for her.
 */
@Stateless
@RolesAllowed({"helper", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeaveAndReturn {

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private Looks looks;
  @Inject private HandChanges changes;
  @Inject private Accounts accounts;
  @Inject private FollowRoster followRoster;

  /**
   * She has left. Said twice it is the same.
   *
   * @throws Problem NOT_FOUND where there is nobody with this id for whom the caller may
   */
  public void left(UUID id) {
    turn(id, false);
  }

  /**
   * She is back; her first PIN is made next. Said twice it is the same.
   *
   * @throws Problem NOT_FOUND where there is nobody with this id for whom the caller may
   */
  public void back(UUID id) {
    turn(id, true);
  }

  private void turn(UUID id, boolean active) {
    Worker by = current.require();
    Worker worker = right.over(by, id);
    right
        .role(by, worker)
        .ifPresent(role -> looks.note(by.id(), role, Looks.Why.ACCOUNT, List.of(id)));
    changes.active(worker.id(), active, by.id(), Instant.now());
    try {
      followRoster.follow(worker.id());
    } catch (SignInFailed e) {
      // Here she has left already; the outbox shuts her account as soon as the sign-in answers.
      accounts.hurry(worker.id(), Instant.now());
    }
  }
}
