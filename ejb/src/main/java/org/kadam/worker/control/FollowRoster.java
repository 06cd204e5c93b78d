package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kadam.orgunit.entity.Role;
import org.kadam.orgunit.entity.StaffAssignment;
import org.kadam.orgunit.entity.StaffAssignments;
import org.kadam.worker.entity.Identities;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/**
 * Brings one account in line with what we know of its worker now: it is there, open or shut, with
 * her phone number and her roles. Waits for the sign-in, so it is never called in a transaction;
 * may be repeated without harm.
 */
@ApplicationScoped
public class FollowRoster {

  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private StaffAssignments assignments;
  @Inject private Identities identities;
  @Inject private SignIn signIn;
  @Inject private SignInAccounts signInAccounts;

  /**
   * @return the account's subject; empty where she has left and never had an account
   * @throws SignInFailed where the sign-in does not answer or refuses
   */
  public Optional<String> follow(UUID id) {
    Worker worker = workers.find(id).orElseThrow();
    String known = identities.subject(signIn.issuer(), id).orElse(null);
    if (known == null && !worker.active()) {
      return Optional.empty();
    }
    String subject =
        signInAccounts.bring(
            known,
            new SignInAccounts.Wanted(
                worker.code(), names.phone(id).orElse(null), worker.active()));
    if (!subject.equals(known)) {
      identities.join(signIn.issuer(), subject, id, Instant.now());
    }
    signInAccounts.roles(subject, roles(id));
    return Optional.of(subject);
  }

  private Set<Role> roles(UUID worker) {
    Set<Role> roles = EnumSet.of(Role.WORKER);
    assignments.of(worker).stream().map(StaffAssignment::role).forEach(roles::add);
    return roles;
  }
}
