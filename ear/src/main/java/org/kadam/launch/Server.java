package org.kadam.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** WildFly as provisioned, on a base folder of its own, with the EAR deployed at boot. */
final class Server {

  private Server() {}

  static Child start(Settings settings, Secrets secrets, String node) throws IOException {
    Path home = settings.build().resolve("server");
    Path base = settings.data().resolve("server-" + node);
    delete(base);
    Files.createDirectories(base.resolve("deployments"));
    copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    Files.copy(settings.build().resolve("kadam.ear"), base.resolve("deployments/kadam.ear"));
    return Child.start(
        "WildFly",
        command(settings, home, base, node),
        environment(settings, secrets),
        settings.data(),
        settings.data().resolve("log/" + node + ".log"));
  }

  private static List<String> command(Settings settings, Path home, Path base, String node) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms128m",
            "-Xmx768m",
            "-XX:+UseParallelGC", // the least processor time for each request
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true"));
    for (String open :
        new String[] {
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming"
        }) {
      command.add("--add-opens=" + open + "=ALL-UNNAMED");
    }
    command.add("--add-exports=java.desktop/sun.awt=ALL-UNNAMED");
    command.add("--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");
    command.add("-Djboss.home.dir=" + home);
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"));
    command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
    command.add("-jar");
    command.add(home + File.separator + "jboss-modules.jar");
    command.addAll(List.of("-mp", home + File.separator + "modules", "org.jboss.as.standalone"));
    command.add("-Djboss.bind.address=" + settings.host());
    command.add("-Djboss.bind.address.management=127.0.0.1");
    command.add("-Djboss.bind.address.private=127.0.0.1");
    command.add("-Djboss.socket.binding.port-offset=" + settings.offset());
    command.add("-Djboss.http.port=" + (settings.http() - settings.offset()));
    command.add("-Djboss.node.name=" + node);
    command.add("-Djboss.tx.node.id=" + node);
    return command;
  }

  private static Map<String, String> environment(Settings settings, Secrets secrets) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("KADAM_URL", settings.url());
    environment.put("KADAM_DB_HOST", "127.0.0.1");
    environment.put("KADAM_DB_PORT", "" + settings.postgres());
    environment.put("KADAM_OIDC_URL", settings.keycloakUrl() + "/realms/kadam");
    environment.put("KADAM_OIDC_SECRET", secrets.oidc());
    environment.put("KADAM_KEYCLOAK_URL", "http://127.0.0.1:" + settings.keycloak());
    environment.put("KADAM_ACCOUNTS_SECRET", secrets.accounts());
    environment.put("KADAM_NAME_KEYS", secrets.nameKeys());
    environment.put("KADAM_SEAL_KEYS", secrets.sealKeys());
    environment.put("KADAM_ERASURE_LIST", settings.data().resolve("erasures.csv").toString());
    environment.putAll(settings.environment());
    return environment;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
