package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kadam.orgunit.entity.Role;

/**
 * The accounts at the sign-in: makes them, brings them in line with the roster, gives them PINs.
 * Everything may be repeated without harm. Every method throws {@link SignInFailed} where the
 * sign-in does not answer or refuses.
 */
@ApplicationScoped
public class SignInAccounts {

  @Inject private SignInClient client;

  /** The realm's roles by ours; they do not change while the realm lives. */
  private volatile Map<Role, JsonObject> realmRoles = Map.of();

  /**
   * What the roster wants of an account.
   *
   * @param code the worker's code; in lower case the name of the account
   * @param phone E.164, or null
   * @param enabled whether she may sign in
   */
  public record Wanted(String code, String phone, boolean enabled) {

    String username() {
      return code.toLowerCase(Locale.ROOT);
    }
  }

  /** Why nothing can be asked of the sign-in just now; empty where it answers. */
  public Optional<String> trouble() {
    try {
      client.greet();
      return Optional.empty();
    } catch (SignInFailed e) {
      return Optional.of(e.kind());
    }
  }

  /**
   * Makes the account, or brings the one that is there in line.
   *
   * @param subject the account as known from before, or null
   * @return its subject, another than before where the account was gone
   */
  public String bring(String subject, Wanted wanted) {
    if (subject != null && update(subject, wanted)) {
      return subject;
    }
    var made = client.ask("POST", "/users", user(wanted));
    if (made.status() == 201 && made.location() != null) {
      return made.location().substring(made.location().lastIndexOf('/') + 1);
    }
    if (made.status() != 409) {
      throw new SignInFailed("status-" + made.status());
    }
    String there = byUsername(wanted.username()).orElseThrow(() -> new SignInFailed("conflict"));
    if (!update(there, wanted)) {
      throw new SignInFailed(SignInFailed.GONE);
    }
    return there;
  }

  private static JsonObject user(Wanted wanted) {
    JsonObjectBuilder user =
        Json.createObjectBuilder()
            .add("username", wanted.username())
            .add("enabled", wanted.enabled());
    return user.add("attributes", attributes(JsonObject.EMPTY_JSON_OBJECT, wanted)).build();
  }

  private static JsonObject attributes(JsonObject had, Wanted wanted) {
    JsonObjectBuilder attributes = Json.createObjectBuilder(had).remove("phone");
    if (wanted.phone() != null) {
      attributes.add("phone", Json.createArrayBuilder().add(wanted.phone()));
    }
    return attributes.build();
  }

  /** Keeps what the sign-in knows besides; false where it does not know the account. */
  private boolean update(String subject, Wanted wanted) {
    var found = client.ask("GET", user(subject), null);
    if (found.status() == 404) {
      return false;
    }
    if (!(found.json() instanceof JsonObject user)) {
      throw new SignInFailed("status-" + found.status());
    }
    JsonObject had =
        user.containsKey("attributes")
            ? user.getJsonObject("attributes")
            : JsonObject.EMPTY_JSON_OBJECT;
    JsonObject attributes = attributes(had, wanted);
    boolean enabled = user.getBoolean("enabled", false);
    if (enabled == wanted.enabled() && attributes.equals(had)) {
      return true;
    }
    JsonObject now =
        Json.createObjectBuilder(user)
            .add("enabled", wanted.enabled())
            .add("attributes", attributes)
            .build();
    if (enabled && !wanted.enabled()) {
      // Before the account is shut, so that a try that breaks off here is made again as a whole.
      forgetPin(subject);
    }
    done(client.ask("PUT", user(subject), now));
    if (enabled && !wanted.enabled()) {
      signOut(subject);
    }
    return true;
  }

  /** Whoever comes back chooses a new PIN: the old one may be known to others by then. */
  private void forgetPin(String subject) {
    String credentials = user(subject) + "/credentials";
    for (JsonObject credential : client.ask("GET", credentials, null).objects()) {
      done(client.ask("DELETE", credentials + "/" + credential.getString("id"), null));
    }
  }

  private Optional<String> byUsername(String username) {
    // A username is a worker's code: letters, digits and hyphens, so nothing needs escaping.
    return client.ask("GET", "/users?exact=true&username=" + username, null).objects().stream()
        .findFirst()
        .map(user -> user.getString("id"));
  }

  /** Gives an account exactly these of our roles, and leaves its other roles alone. */
  public void roles(String subject, Set<Role> wanted) {
    List<JsonObject> has = client.ask("GET", roleMapping(subject), null).objects();
    Set<Role> had = EnumSet.noneOf(Role.class);
    JsonArrayBuilder superfluous = Json.createArrayBuilder();
    int tooMany = 0;
    for (JsonObject mapped : has) {
      Optional<Role> role = Role.of(mapped.getString("name"));
      role.ifPresent(had::add);
      if (role.isPresent() && !wanted.contains(role.get())) {
        superfluous.add(mapped);
        tooMany++;
      }
    }
    Set<Role> missing = EnumSet.noneOf(Role.class);
    missing.addAll(wanted);
    missing.removeAll(had);
    if (!missing.isEmpty()) {
      done(client.ask("POST", roleMapping(subject), realmRoles(subject, missing)));
    }
    if (tooMany > 0) {
      done(client.ask("DELETE", roleMapping(subject), superfluous.build()));
    }
  }

  private JsonArray realmRoles(String subject, Set<Role> missing) {
    if (!realmRoles.keySet().containsAll(missing)) {
      realmRoles = learn(subject);
    }
    JsonArrayBuilder roles = Json.createArrayBuilder();
    for (Role role : missing) {
      JsonObject known = realmRoles.get(role);
      if (known == null) {
        throw new SignInFailed("no-role");
      }
      roles.add(known);
    }
    return roles.build();
  }

  /** From what an account has and could be given; reading the realm's list needs more rights. */
  private Map<Role, JsonObject> learn(String subject) {
    List<JsonObject> all = new ArrayList<>(client.ask("GET", roleMapping(subject), null).objects());
    all.addAll(client.ask("GET", roleMapping(subject) + "/available", null).objects());
    Map<Role, JsonObject> learnt = new EnumMap<>(Role.class);
    for (JsonObject role : all) {
      Role.of(role.getString("name")).ifPresent(ours -> learnt.put(ours, role));
    }
    return learnt;
  }

  /**
   * Gives an account a PIN.
   *
   * @param permanent whether it stays; otherwise it is good for one sign-in, at which she chooses
   * @throws SignInFailed also where the PIN is refused, or the account is gone
   */
  public void pin(String subject, String pin, boolean permanent) {
    JsonObject credential =
        Json.createObjectBuilder()
            .add("type", "password")
            .add("value", pin)
            .add("temporary", !permanent)
            .build();
    var answer = client.ask("PUT", user(subject) + "/reset-password", credential);
    if (answer.status() == 404) {
      throw new SignInFailed(SignInFailed.GONE);
    }
    if (answer.status() == 400) {
      throw new SignInFailed(SignInFailed.PIN_REFUSED);
    }
    done(answer);
  }

  /**
   * Ends every session of an account and forgets its wrong PINs, so that a new PIN works at once.
   */
  public void startOver(String subject) {
    signOut(subject);
    done(client.ask("DELETE", "/attack-detection/brute-force" + user(subject), null));
  }

  /** Deletes an account with all its sessions; one that is gone already is fine. */
  public void end(String subject) {
    var answer = client.ask("DELETE", user(subject), null);
    if (answer.status() != 404) {
      done(answer);
    }
  }

  private void signOut(String subject) {
    done(client.ask("POST", user(subject) + "/logout", null));
  }

  private static void done(SignInClient.Answer answer) {
    if (answer.status() == 404) {
      throw new SignInFailed(SignInFailed.GONE);
    }
    if (answer.status() >= 300) {
      throw new SignInFailed("status-" + answer.status());
    }
  }

  private static String user(String subject) {
    return "/users/" + subject;
  }

  private static String roleMapping(String subject) {
    return user(subject) + "/role-mappings/realm";
  }
}
