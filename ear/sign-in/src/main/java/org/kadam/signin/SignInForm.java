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
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
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
 * same rest after too many tries (see {@link Stranger} and {@link SharedNumber}). Only who knows a
 * right PIN learns more: that it was a first PIN and is too old, or which worker ids it fits.
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
    WhichWorker.forget(context);
    super.authenticate(context);
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    if (form.containsKey(WhichWorker.FIELD)) {
      which(context, form);
    } else {
      WhichWorker.forget(context);
      super.action(context);
    }
  }

  /** She has said which of those whose PIN she typed she is. */
  private void which(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    Optional<UserModel> worker =
        WhichWorker.answered(context, form.getFirst(WhichWorker.FIELD))
            .filter(her -> !new WrongTries(context, her).rest());
    if (worker.isEmpty()) {
      askAgain(context, new FormMessage(FIELD_PASSWORD, Messages.LOGIN_TIMEOUT));
      return;
    }
    context.getAuthenticationSession().setAuthNote(ATTEMPTED_USERNAME, worker.get().getUsername());
    AuthenticatorUtils.processRememberMe(context, remembering(context, new MultivaluedHashMap<>()));
    context.setUser(worker.get());
    context
        .getAuthenticationSession()
        .setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
    context.success(PasswordCredentialModel.TYPE);
  }

  /** The session outlives the browser on a phone that she called her own, and on no other. */
  private static MultivaluedMap<String, String> remembering(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    form.remove(Details.REMEMBER_ME);
    form.remove("rememberMe");
    if (OwnPhone.saidOf(context.getAuthenticationSession())) {
      form.putSingle("rememberMe", "on");
    }
    return form;
  }

  @Override
  protected boolean validateForm(
      AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
    // A copy, since the form is shown again as she typed it. Were the name put right in it, the
    // page
    // would tell that somebody has this name.
    MultivaluedMap<String, String> read = remembering(context, new MultivaluedHashMap<>(form));
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
    Optional<UserModel> byId = byId(context, name);
    if (byId.isPresent()) {
      return validateAs(context, byId.get(), read);
    }
    return name.phone().isPresent()
        ? validateNumber(context, name, pin, read)
        : refuse(context, name, 1);
  }

  private boolean validateAs(
      AuthenticationFlowContext context, UserModel worker, MultivaluedMap<String, String> read) {
    read.putSingle(AuthenticationManager.FORM_USERNAME, worker.getUsername());
    return super.validateForm(context, read);
  }

  private boolean validateNumber(
      AuthenticationFlowContext context,
      SignInName name,
      Pin pin,
      MultivaluedMap<String, String> read) {
    SharedNumber number = SharedNumber.of(context, byNumber(context, name.phone().orElseThrow()));
    if (number.isNobodys()) {
      return refuse(context, name, SharedNumber.MOST);
    }
    if (number.rests()) {
      return tellToRest(context);
    }
    List<UserModel> fitting = number.fitting(pin);
    if (fitting.isEmpty()) {
      number.failed();
      return tellWrong(context, Errors.INVALID_USER_CREDENTIALS);
    }
    List<UserModel> good = fitting.stream().filter(worker -> !FirstPin.tooOld(worker)).toList();
    if (good.size() < 2) {
      return validateAs(context, good.isEmpty() ? fitting.get(0) : good.get(0), read);
    }
    WhichWorker.ask(context, good);
    return false;
  }

  /** A first PIN is good for 72 hours; that it is too old is told only to who knows it. */
  @Override
  public boolean validatePassword(
      AuthenticationFlowContext context,
      UserModel worker,
      MultivaluedMap<String, String> form,
      boolean clearUser) {
    if (!super.validatePassword(context, worker, form, clearUser)) {
      return false;
    }
    if (!FirstPin.tooOld(worker)) {
      return true;
    }
    context.getAuthenticationSession().removeAuthNote(AuthenticationManager.PASSWORD_VALIDATED);
    context.getEvent().user(worker).error(Errors.EXPIRED_CODE);
    askAgain(context, new FormMessage(FIELD_PASSWORD, "firstPinTooOld"));
    if (clearUser) {
      context.clearUser();
    }
    return false;
  }

  /** Shows the form again with a word about what was typed; no try is counted. */
  private static boolean askAgain(AuthenticationFlowContext context, FormMessage message) {
    AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
    context.forceChallenge(context.form().addError(message).createLoginUsernamePassword());
    return false;
  }

  private static Optional<UserModel> byId(AuthenticationFlowContext context, SignInName name) {
    UserProvider users = context.getSession().users();
    return name.workerIds().stream()
        .map(id -> users.getUserByUsername(context.getRealm(), id))
        .filter(Objects::nonNull)
        .filter(SignInForm::hasPin)
        .findFirst();
  }

  private static Stream<UserModel> byNumber(AuthenticationFlowContext context, String phone) {
    return context
        .getSession()
        .users()
        .searchForUserByUserAttributeStream(context.getRealm(), PHONE, phone)
        .filter(UserModel::isEnabled)
        .filter(SignInForm::hasPin);
  }

  /** Programs' own accounts have none, and neither has a worker whose account is half made. */
  private static boolean hasPin(UserModel worker) {
    return worker.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
  }

  /**
   * Answers for a name that nobody has, as for a wrong PIN. The name is not kept nor logged.
   *
   * @param pins how many PINs the server would have looked at if somebody had it
   */
  private boolean refuse(AuthenticationFlowContext context, SignInName name, int pins) {
    Stranger stranger = new Stranger(context, name);
    if (stranger.rests()) {
      return tellToRest(context);
    }
    SharedNumber.work(context, pins);
    stranger.failed();
    return tellWrong(context, Errors.USER_NOT_FOUND);
  }

  /** Says that too many tries were wrong. Nothing that was typed is kept. */
  private boolean tellToRest(AuthenticationFlowContext context) {
    forget(context);
    context.getEvent().error(Errors.USER_TEMPORARILY_DISABLED);
    context.forceChallenge(
        challenge(context, Messages.ACCOUNT_TEMPORARILY_DISABLED, FIELD_PASSWORD));
    return false;
  }

  /** Says that name and PIN do not go together; whoever calls has counted the try. */
  private boolean tellWrong(AuthenticationFlowContext context, String why) {
    forget(context);
    context.getEvent().error(why);
    context.failureChallenge(
        AuthenticationFlowError.INVALID_CREDENTIALS,
        challenge(context, getDefaultChallengeMessage(context), FIELD_PASSWORD));
    return false;
  }

  private static void forget(AuthenticationFlowContext context) {
    context.getAuthenticationSession().removeAuthNote(ATTEMPTED_USERNAME);
    context.clearUser();
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
