package org.kadam.signin;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.kadam.it.Kadam;

/**
 * Where the servers under test are. Against a stack that runs already ({@code -Dkadam.running}) its
 * secrets are needed as well: {@code -Dkadam.secrets=.kadam/secrets.properties}.
 *
 * @param keycloak address of Keycloak, without a slash at the end
 * @param app address of Kadam, without a slash at the end
 * @param accountsSecret secret of the client that makes accounts
 */
public record Servers(String keycloak, String app, String accountsSecret) {

  public static Servers running() {
    String told = System.getProperty("kadam.secrets");
    Path file =
        told == null
            ? Kadam.stack().settings().data().resolve("secrets.properties")
            : Path.of(told);
    Properties secrets = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      secrets.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Servers(Kadam.keycloak(), Kadam.app(), secrets.getProperty("accounts"));
  }

  /** An address in the realm. */
  String realm(String path) {
    return keycloak + "/realms/kadam" + path;
  }
}
