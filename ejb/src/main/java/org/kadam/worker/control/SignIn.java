package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the sign-in is and how this house speaks with it. */
@ApplicationScoped
public class SignIn {

  @Inject
  @ConfigProperty(name = "KADAM_KEYCLOAK_URL", defaultValue = "http://localhost:8180")
  private String url;

  @Inject
  @ConfigProperty(name = "KADAM_REALM", defaultValue = "kadam")
  private String realm;

  @Inject
  @ConfigProperty(name = "KADAM_ACCOUNTS_SECRET")
  private Optional<String> secret;

  /** Who vouches for our own accounts: the realm, whatever address it is reached at. */
  public String issuer() {
    return realm;
  }

  /** Where programs get a token. */
  URI token() {
    return URI.create(base() + "/realms/" + realm + "/protocol/openid-connect/token");
  }

  /** A resource of the realm for administrators, such as {@code /users}. */
  URI admin(String path) {
    return URI.create(base() + "/admin/realms/" + realm + path);
  }

  /** The secret of the client {@code kadam-accounts}; without one no account is made. */
  Optional<String> secret() {
    return secret;
  }

  private String base() {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
