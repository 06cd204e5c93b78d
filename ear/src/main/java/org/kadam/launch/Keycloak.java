package org.kadam.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak's own distribution with our sign-in laid into it: optimized once, then started in
 * seconds.
 */
final class Keycloak {

  private Keycloak() {}

  static Child start(Settings settings, Secrets secrets) throws IOException, InterruptedException {
    Path home = home(settings.build());
    Path script = home.resolve("bin").resolve(windows() ? "kc.bat" : "kc.sh");
    if (!script.toFile().setExecutable(true)) {
      throw new CannotRun("The file system does not let " + script + " be run.");
    }
    lay(settings, home);
    optimize(settings, home, script);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put(
        "KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + settings.postgres() + "/keycloak");
    environment.put("KC_DB_USERNAME", "keycloak");
    environment.put("KC_DB_PASSWORD", "keycloak");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "kadam-keycloak-admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
    environment.put("KADAM_URL", settings.url());
    environment.put("KADAM_OIDC_SECRET", secrets.oidc());
    environment.put("KADAM_ACCOUNTS_SECRET", secrets.accounts());
    // The demo realm only: lets a script get a bearer token for a demo account.
    environment.put("KADAM_TOOLS", settings.environment().getOrDefault("KADAM_DEMO", "false"));
    return Child.start(
        "Keycloak",
        List.of(
            script.toString(),
            "start",
            "--optimized",
            "--cache=local",
            "--import-realm",
            "--http-enabled=true",
            "--http-host=" + settings.host(),
            "--http-port=" + settings.keycloak(),
            "--hostname=" + settings.keycloakUrl()),
        environment,
        home,
        settings.data().resolve("log/keycloak.log"));
  }

  private static Path home(Path build) throws IOException {
    try (Stream<Path> children = Files.list(build)) {
      return children
          .filter(child -> child.getFileName().toString().startsWith("keycloak-"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(
              () -> new CannotRun("Keycloak is not unpacked; run mvn -Prun from the root."));
    }
  }

  /** Lays the provider, the theme, the realm and the refused PINs where Keycloak looks for them. */
  private static void lay(Settings settings, Path home) throws IOException {
    Path jar = settings.signIn().resolve("target/kadam-sign-in-1.0.0-SNAPSHOT.jar");
    copy(jar, home.resolve("providers/kadam-sign-in.jar"));
    copy(settings.signIn().resolve("src/main/theme"), home.resolve("themes"));
    copy(settings.signIn().resolve("src/main/realm"), home.resolve("data/import"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          // An unchanged provider keeps its date: Keycloak wants its build step again after a newer
          // one.
          if (!Files.exists(target) || Files.mismatch(each, target) >= 0) {
            Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  /**
   * Keycloak's build step takes most of a minute, so it is done only when what it reads has
   * changed.
   */
  private static void optimize(Settings settings, Path home, Path script)
      throws IOException, InterruptedException {
    List<String> options = List.of("build", "--db=postgres");
    String wanted = hash(home.resolve("providers/kadam-sign-in.jar"), String.join(" ", options));
    Path marker = home.resolve("optimized");
    if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
      return;
    }
    Child.run(
        "Keycloak's build step",
        Stream.concat(Stream.of(script.toString()), options.stream()).toList(),
        Map.of(),
        home,
        settings.data().resolve("log/keycloak-build.log"));
    Files.writeString(marker, wanted);
  }

  private static String hash(Path file, String more) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest.digest(more.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
