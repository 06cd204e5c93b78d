package org.kadam.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where and how a stack runs.
 *
 * @param build the ear module's target folder, with the server, Keycloak and the EAR
 * @param signIn the ear/sign-in module's folder
 * @param data where everything that is kept lies
 * @param host the address to listen on
 * @param http port of Kadam itself
 * @param keycloak port of Keycloak
 * @param postgres port of PostgreSQL
 * @param offset what is added to the server's other ports (management 9990, cluster 7600)
 * @param url how a browser reaches Kadam, without a slash at the end
 * @param keycloakUrl how a browser reaches Keycloak, without a slash at the end
 * @param environment further environment of the server, which wins
 */
public record Settings(
    Path build,
    Path signIn,
    Path data,
    String host,
    int http,
    int keycloak,
    int postgres,
    int offset,
    String url,
    String keycloakUrl,
    Map<String, String> environment) {

  /** The same servers, seen by a further node of Kadam's: ports and environment of its own. */
  Settings node(int itsHttp, int itsOffset, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return new Settings(
        build, signIn, data, host, itsHttp, keycloak, postgres, itsOffset, url, keycloakUrl, all);
  }

  /** What a person's run uses: the ports of the README, unless {@code -Dkadam.…} says otherwise. */
  static Settings ofProperties(Path root) {
    int http = port("kadam.http", 8080);
    int keycloak = port("kadam.keycloak", 8180);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("KADAM_DEMO", "true");
    environment.put("KADAM_DEMO_PIN", Demo.PIN);
    environment.put("KADAM_DEMO_ACCOUNTS", String.join(",", Demo.codes()));
    environment.put("KADAM_CONTENT_FOLLOWS_FILES", "true");
    return new Settings(
        root.resolve("ear/target"),
        root.resolve("ear/sign-in"),
        Path.of(System.getProperty("kadam.data", root.resolve(".kadam").toString()))
            .toAbsolutePath(),
        System.getProperty("kadam.host", "127.0.0.1"),
        http,
        keycloak,
        port("kadam.postgres", 5433),
        http - 8080,
        System.getProperty("kadam.url", "http://localhost:" + http),
        System.getProperty("kadam.keycloak.url", "http://localhost:" + keycloak),
        environment);
  }

  private static int port(String name, int usual) {
    String said = System.getProperty(name);
    if (said == null) {
      return usual;
    }
    try {
      int port = Integer.parseInt(said);
      if (port > 1023 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new CannotRun(
        "-D" + name + "=" + said + " is no port; give a number from 1024 to 65535.");
  }
}
