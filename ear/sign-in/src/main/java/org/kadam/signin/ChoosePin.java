package org.kadam.signin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;

/**
 * The page "choose your own PIN", which follows a sign-in with a PIN that somebody else made. It
 * takes the place of Keycloak's UPDATE_PASSWORD, so that whatever asks for a new password in a
 * realm with our policy asks for a PIN (other realms keep their passwords): digits of any script
 * are taken as 0-9, and neither the PIN that was handed out nor the end of her own phone number
 * will do. The rest is the realm's password policy.
 */
public final class ChoosePin extends UpdatePassword {
  private static final String PIN = "password-new";
  private static final String AGAIN = "password-confirm";

  @Override
  public void processAction(RequiredActionContext context) {
    if (!context.getRealm().getPasswordPolicy().getPolicies().contains(GuessablePinPolicy.ID)) {
      super.processAction(context);
      return;
    }
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    for (String field : new String[] {PIN, AGAIN}) {
      if (form.containsKey(field)) {
        form.putSingle(field, Pin.typed(form.getFirst(field)).digits());
      }
    }
    Optional<FormMessage> refusal = refusal(context.getUser(), Pin.typed(form.getFirst(PIN)));
    if (refusal.isPresent()) {
      context.challenge(
          context
              .form()
              .setAttribute("username", context.getUser().getUsername())
              .addError(refusal.get())
              .createResponse(UserModel.RequiredAction.UPDATE_PASSWORD));
    } else {
      super.processAction(context);
    }
  }

  private static Optional<FormMessage> refusal(UserModel worker, Pin pin) {
    return pin.flaw(Validation.FIELD_PASSWORD)
        .or(
            () ->
                knownToOthers(worker, pin).map(m -> new FormMessage(Validation.FIELD_PASSWORD, m)));
  }

  private static Optional<String> knownToOthers(UserModel worker, Pin pin) {
    String phone = worker.getFirstAttribute(SignInForm.PHONE);
    if (phone != null && phone.endsWith(pin.digits())) {
      return Optional.of("pinFromPhone");
    }
    boolean asBefore =
        worker.credentialManager().isValid(UserCredentialModel.password(pin.digits()));
    return asBefore ? Optional.of("pinAsBefore") : Optional.empty();
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  /** Before Keycloak's own of the same id. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
