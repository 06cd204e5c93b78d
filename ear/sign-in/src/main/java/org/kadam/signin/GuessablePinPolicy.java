package org.kadam.signin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;
import org.keycloak.policy.PolicyError;

/**
 * The part {@code guessablePin} of the realm's password policy: refuses what is not six digits 0-9,
 * and what others would try first. It holds for every PIN, also for one that an administrator sets.
 *
 * <p>Keycloak has a policy that reads such a list from a file in its data folder, and a realm that
 * cannot be loaded at all when the file is not there. This one comes with the sign-in form, without
 * which the realm could not be used either.
 */
public final class GuessablePinPolicy
    implements PasswordPolicyProvider, PasswordPolicyProviderFactory {
  /** Its name in the realm's password policy. */
  public static final String ID = "guessablePin";

  @Override
  public PolicyError validate(RealmModel realm, UserModel worker, String pin) {
    return validate(worker.getUsername(), pin);
  }

  @Override
  public PolicyError validate(String workerId, String pin) {
    // Keycloak counts ०-९ as digits, but a PIN is stored as 0-9 and compared as such.
    if (!pin.matches("[0-9]{" + Pin.LENGTH + "}")) {
      return new PolicyError("pinShape");
    }
    return GuessablePins.contains(pin) ? new PolicyError("pinGuessable") : null;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayName() {
    return "PIN that is hard to guess";
  }

  @Override
  public String getConfigType() {
    return null;
  }

  @Override
  public String getDefaultConfigValue() {
    return null;
  }

  @Override
  public Object parseConfig(String value) {
    return null;
  }

  @Override
  public boolean isMultiplSupported() {
    return false;
  }

  @Override
  public PasswordPolicyProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
