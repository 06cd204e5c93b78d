package org.kadam.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The secrets between the servers of one data folder: made once at random, readable by their owner
 * only.
 */
record Secrets(String oidc, String accounts, String keycloakAdmin) {

  static Secrets in(Path data) throws IOException {
    Path file = data.resolve("secrets.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        kept.load(in);
      }
    } else {
      for (String name : new String[] {"oidc", "accounts", "keycloakAdmin"}) {
        kept.setProperty(name, random());
      }
      Files.createFile(file);
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(
            file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
      }
      try (Writer out = Files.newBufferedWriter(file)) {
        kept.store(out, null);
      }
    }
    return new Secrets(
        kept.getProperty("oidc"), kept.getProperty("accounts"), kept.getProperty("keycloakAdmin"));
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
