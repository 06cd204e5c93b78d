package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.entity.Account;
import org.kadam.worker.entity.Accounts;

/** An administrator watches how the accounts of her places follow the roster. */
@Stateless
@RolesAllowed("admin")
public class WatchAccounts {

  private static final int PAGE = 100;

  @Inject private CurrentWorker current;
  @Inject private Jurisdictions jurisdictions;
  @Inject private Accounts accounts;

  /**
   * @param counts accounts by state
   * @param accounts one page, by the workers' codes
   * @param next the code to go on after, or null on the last page
   */
  public record Page(Map<String, Long> counts, List<Accounts.Line> accounts, String next) {}

  /**
   * One page.
   *
   * @param state waiting, made or failed; null or empty for all
   * @param after the code to go on after; null or empty for the first page
   */
  public Page page(String state, String after) {
    Account.State only =
        state == null || state.isEmpty()
            ? null
            : Account.State.of(state)
                .orElseThrow(
                    () -> new Problem(Kind.INVALID, "state", "One of waiting, made, failed"));
    Jurisdiction seen = jurisdictions.of(current.id(), Role.ADMIN.code());
    Map<String, Long> counts = new TreeMap<>();
    accounts.counts(seen).forEach((key, value) -> counts.put(key.code(), value));
    String from = after == null ? "" : after.toUpperCase(Locale.ROOT);
    List<Accounts.Line> found = accounts.page(seen, only, from, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Accounts.Line> page = more ? found.subList(0, PAGE) : found;
    return new Page(counts, page, more ? page.get(PAGE - 1).worker() : null);
  }
}
