package org.kadam.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The secrets between the servers of one data folder, and the keys of its data: made once at
 * random, readable by their owner only. A folder of an older release gets those it lacks.
 */
record Secrets(
    String oidc, String accounts, String keycloakAdmin, String nameKeys, String sealKeys) {

  private static final Map<String, Supplier<String>> MADE = new LinkedHashMap<>();

  static {
    MADE.put("oidc", Secrets::random);
    MADE.put("accounts", Secrets::random);
    MADE.put("keycloakAdmin", Secrets::random);
    MADE.put("nameKeys", Secrets::key);
    MADE.put("sealKeys", Secrets::sealKey);
  }

  static Secrets in(Path data) throws IOException {
    Path file = data.resolve("secrets.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        kept.load(in);
      }
    }
    if (!kept.keySet().containsAll(MADE.keySet())) {
      MADE.forEach((name, make) -> kept.computeIfAbsent(name, absent -> make.get()));
      store(kept, file);
    }
    return new Secrets(
        kept.getProperty("oidc"),
        kept.getProperty("accounts"),
        kept.getProperty("keycloakAdmin"),
        kept.getProperty("nameKeys"),
        kept.getProperty("sealKeys"));
  }

  /** Beside it first: a run that is killed here must not lose the keys of what is stored. */
  private static void store(Properties kept, Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(beside);
    if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
    }
    try (Writer out = Files.newBufferedWriter(beside)) {
      kept.store(out, null);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random() {
    return HexFormat.of().formatHex(bytes(24));
  }

  /** A first key of 256 bits, with its number. */
  private static String key() {
    return "1:" + Base64.getEncoder().encodeToString(bytes(32));
  }

  /** A first key that phones seal to, under a name of its own. */
  private static String sealKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] secret = generator.generateKeyPair().getPrivate().getEncoded();
      return HexFormat.of().formatHex(bytes(4)) + ":" + Base64.getEncoder().encodeToString(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
