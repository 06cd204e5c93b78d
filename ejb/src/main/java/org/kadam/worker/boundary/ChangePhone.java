package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.FollowRoster;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.HandChanges;
import org.kadam.worker.entity.Worker;

/**
 * A worker has another SIM: her helper, or an administrator, says the new number, and from then on
 * the old one signs nobody in as her. A later roster has the last word, and shows it first.
 */
@Stateless
@RolesAllowed({"helper", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangePhone {

  private static final Pattern ORNAMENT = Pattern.compile("[\\s\\u00a0().\\-‐-―−]+");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private Looks looks;
  @Inject private HandChanges changes;
  @Inject private Accounts accounts;
  @Inject private FollowRoster followRoster;

  /**
   * @param said a number with its country, as +91 98123 45678; empty or null where she has none
   * @throws Problem NOT_FOUND where there is nobody with this id for whom the caller may; INVALID
   *     for what is no number with its country
   */
  public void change(UUID id, String said) {
    Worker by = current.require();
    Worker worker = right.over(by, id);
    right
        .role(by, worker)
        .ifPresent(role -> looks.note(by.id(), role, Looks.Why.ACCOUNT, List.of(id)));
    String bare = said == null ? "" : ORNAMENT.matcher(said).replaceAll("");
    if (!bare.isEmpty() && !E164.matcher(bare).matches()) {
      throw new Problem(Kind.INVALID, "phone", "A number begins with + and its country");
    }
    changes.phone(worker.id(), bare.isEmpty() ? null : bare, by.id(), Instant.now());
    try {
      followRoster.follow(worker.id());
    } catch (SignInFailed e) {
      // The outbox brings it over as soon as the sign-in answers again.
      accounts.hurry(worker.id(), Instant.now());
    }
  }
}
