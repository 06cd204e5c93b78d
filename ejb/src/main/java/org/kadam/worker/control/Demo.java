package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is a demonstration, and which of its invented accounts are printed. */
@ApplicationScoped
public class Demo {

  @Inject
  @ConfigProperty(name = "KADAM_DEMO", defaultValue = "false")
  private boolean wanted;

  @Inject
  @ConfigProperty(name = "KADAM_DEMO_ACCOUNTS")
  private Optional<List<String>> accounts;

  @Inject
  @ConfigProperty(name = "KADAM_DEMO_PIN")
  private Optional<String> pin;

  @Inject
  @ConfigProperty(name = "KADAM_DEMO_OTHER_ACCOUNTS", defaultValue = "true")
  private boolean others;

  /** Whether the accounts that are not printed are made too; tests do without the wait. */
  public boolean others() {
    return others;
  }

  public boolean wanted() {
    return wanted;
  }

  /** The codes of the accounts that are made first; none where there is no PIN for them. */
  public List<String> printed() {
    return pin.isEmpty()
        ? List.of()
        : accounts.orElse(List.of()).stream()
            .map(code -> code.strip().toUpperCase(Locale.ROOT))
            .toList();
  }

  /** The PIN of the printed accounts, which stays theirs; only where there are any. */
  public String pin() {
    return pin.orElseThrow();
  }
}
