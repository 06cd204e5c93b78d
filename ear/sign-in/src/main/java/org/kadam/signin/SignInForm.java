package org.kadam.signin;

import static org.keycloak.services.validation.Validation.FIELD_PASSWORD;
import static org.keycloak.services.validation.Validation.FIELD_USERNAME;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;

/**
 * Signs a worker in by worker id or phone number and PIN.
 *
 * <p>What cannot be a PIN is said at once, without counting as a wrong try. After that a name that
 * nobody has, and a wrong PIN, look the same: the same words, the same work for the server, and the
 * same rest after too many tries (see {@link Stranger}). The one thing told before the PIN is right
 * is that a phone number belongs to several, because then only a worker id can help.
 */
public final class SignInForm extends UsernamePasswordForm {
  /** The user attribute that holds the phone number in E.164. */
  static final String PHONE = "phone";

  /**
   * Keeps the language of the page in Keycloak's cookie, so that a page which has lost everything
   * else (too old, a wrong address) still speaks it, and not the language of the phone's menus.
   */
  @Override
  public void authenticate(AuthenticationFlowContext context) {
    KeycloakSession session = context.getSession();
    String language = session.getContext().resolveLocale(context.getUser()).toLanguageTag();
    CookieProvider cookies = session.getProvider(CookieProvider.class);
    if (!language.equals(cookies.get(CookieType.LOCALE))) {
      cookies.set(CookieType.LOCALE, language);
    }
    super.authenticate(context);
  }

  @Override
  protected boolean validateForm(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    // A copy, since the form is shown again as she typed it. Were the name put right in it, the
    // page
    // would tell that somebody has this name.
    MultivaluedMap<String, String> read = new MultivaluedHashMap<>(form);
    Pin pin = Pin.typed(form.getFirst(CredentialRepresentation.PASSWORD));
    read.putSingle(CredentialRepresentation.PASSWORD, pin.digits());
    Optional<FormMessage> flaw = pin.flaw(FIELD_PASSWORD);
    if (isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
      return flaw.isPresent() ? askAgain(context, flaw.get()) : super.validateForm(context, read);
    }
    SignInName name = new SignInName(form.getFirst(AuthenticationManager.FORM_USERNAME));
    if (name.isEmpty()) {
      return askAgain(context, new FormMessage(FIELD_USERNAME, Messages.MISSING_USERNAME));
    }
    if (flaw.isPresent()) {
      return askAgain(context, flaw.get());
    }
    List<UserModel> workers = workers(context, name);
    if (workers.size() > 1) {
      AuthenticatorUtils.dummyHash(context);
      return askAgain(context, new FormMessage(FIELD_USERNAME, "severalWorkers"));
    }
    if (workers.isEmpty()) {
      return refuse(context, name);
    }
    read.putSingle(AuthenticationManager.FORM_USERNAME, workers.get(0).getUsername());
    return super.validateForm(context, read);
  }

  /** Shows the form again with a word about what was typed; no try is counted. */
  private static boolean askAgain(AuthenticationFlowContext context, FormMessage message) {
    AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
    context.forceChallenge(context.form().addError(message).createLoginUsernamePassword());
    return false;
  }

  private static List<UserModel> workers(AuthenticationFlowContext context, SignInName name) {
    RealmModel realm = context.getRealm();
    UserProvider users = context.getSession().users();
    List<UserModel> byId =
        name.workerIds().stream()
            .map(id -> users.getUserByUsername(realm, id))
            .filter(Objects::nonNull)
            .filter(SignInForm::hasPin)
            .limit(1)
            .toList();
    return byId.isEmpty()
        ? name.phone().stream()
            .flatMap(phone -> byPhone(users, realm, phone))
            .filter(UserModel::isEnabled)
            .filter(SignInForm::hasPin)
            .limit(2)
            .toList()
        : byId;
  }

  private static Stream<UserModel> byPhone(UserProvider users, RealmModel realm, String phone) {
    return users.searchForUserByUserAttributeStream(realm, PHONE, phone);
  }

  /** Programs' own accounts have none, and neither has a worker whose account is half made. */
  private static boolean hasPin(UserModel worker) {
    return worker.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
  }

  /** Answers for a name that nobody has, as for a wrong PIN. The name is not kept nor logged. */
  private boolean refuse(AuthenticationFlowContext context, SignInName name) {
    context.getAuthenticationSession().removeAuthNote(ATTEMPTED_USERNAME);
    context.clearUser();
    Stranger stranger = new Stranger(context, name);
    if (stranger.rests()) {
      context.getEvent().error(Errors.USER_TEMPORARILY_DISABLED);
      context.forceChallenge(
          challenge(context, Messages.ACCOUNT_TEMPORARILY_DISABLED, FIELD_PASSWORD));
      return false;
    }
    AuthenticatorUtils.dummyHash(context);
    stranger.failed();
    context.getEvent().error(Errors.USER_NOT_FOUND);
    context.failureChallenge(
        AuthenticationFlowError.INVALID_CREDENTIALS,
        challenge(context, getDefaultChallengeMessage(context), FIELD_PASSWORD));
    return false;
  }

  @Override
  protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel worker) {
    return new WrongTries(context, worker).rest() && super.isDisabledByBruteForce(context, worker);
  }

  @Override
  protected String disabledByBruteForceFieldError() {
    return FIELD_PASSWORD;
  }
}
