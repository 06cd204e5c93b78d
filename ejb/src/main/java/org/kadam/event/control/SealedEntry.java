package org.kadam.event.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * An event as it lies on a phone: {@code 1.<seal>.<key>.<event id>.<iv>.<box>}, sealed with
 * AES-256-GCM by the key of a worker on a phone to a key of the server. Whoever carries it can
 * neither read nor change it.
 *
 * @param seal the server's key
 * @param key the worker's key
 * @param id the event's id, the same as inside
 * @param box ciphertext and tag of 128 bits
 */
record SealedEntry(String seal, UUID key, UUID id, byte[] iv, byte[] box) {

  private static final String UUID_FORM =
      "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
  private static final Pattern FORM =
      Pattern.compile(
          "1\\.([A-Za-z0-9_-]{1,32})\\."
              + UUID_FORM
              + "\\."
              + UUID_FORM
              + "\\.([A-Za-z0-9_-]{16})\\.([A-Za-z0-9_-]{22,})");
  private static final int TAG_BITS = 128;

  /** Reads the form; the box stays closed. */
  static Optional<SealedEntry> parse(String text) {
    Matcher part = FORM.matcher(text);
    if (!part.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SealedEntry(
              part.group(1),
              UUID.fromString(part.group(2)),
              UUID.fromString(part.group(3)),
              Base64.getUrlDecoder().decode(part.group(4)),
              Base64.getUrlDecoder().decode(part.group(5))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is inside; nothing unless every bit is as the worker's key sealed it. */
  Optional<byte[]> open(SecretKey agreed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, agreed, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD((key + "." + id).getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(box));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
