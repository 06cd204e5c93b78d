package org.kadam.privacy.control;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what tells who somebody is, such as her name, before it is stored, and opens it again.
 * AES-256-GCM through Tink; bound to the person and to what it is, so that a box moved to another
 * row or column does not open. Every box begins with the number of its key, so that several keys
 * can be in use while the boxes are brought over to a new one.
 */
@ApplicationScoped
public class NameKeys {

  /** Tink writes one byte for the kind of box and four for the key's number. */
  private static final int PREFIX = 5;

  @Inject
  @ConfigProperty(name = "KADAM_NAME_KEYS")
  private Optional<String> setting;

  private Aead aead;
  private byte[] current;

  NameKeys() {
    // for the container
  }

  private NameKeys(String keys) {
    use(keys);
  }

  /**
   * The keys of a setting: {@code <number>:<32 bytes in base64>} with commas between, the first for
   * sealing, all for opening.
   *
   * @throws IllegalArgumentException for anything else, without saying what was in it
   */
  public static NameKeys of(String keys) {
    return new NameKeys(keys);
  }

  /** The keys of this server, for those who come before the container does. */
  public static NameKeys configured() {
    return of(
        ConfigProvider.getConfig()
            .getOptionalValue("KADAM_NAME_KEYS", String.class)
            .orElseThrow(NameKeys::missing));
  }

  @PostConstruct
  void begin() {
    use(setting.orElseThrow(NameKeys::missing));
  }

  private static IllegalStateException missing() {
    return new IllegalStateException(
        "Set KADAM_NAME_KEYS: without its keys no name can be read or written");
  }

  private void use(String keys) {
    KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
    Set<Integer> numbers = new HashSet<>();
    try {
      AeadConfig.register();
      for (String one : keys.strip().split("\\s*,\\s*")) {
        AesGcmKey key = key(one);
        if (!numbers.add(key.getIdRequirementOrNull())) {
          throw new GeneralSecurityException();
        }
        KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
        if (numbers.size() == 1) {
          current = key.getOutputPrefix().toByteArray();
          entry.makePrimary();
        }
        keyset.addEntry(entry);
      }
      aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "KADAM_NAME_KEYS must be <number>:<32 bytes in base64>, with commas between", null);
    }
  }

  private static AesGcmKey key(String text) throws GeneralSecurityException {
    String[] parts = text.split(":", 2);
    if (parts.length != 2) {
      throw new GeneralSecurityException();
    }
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    byte[] bytes = Base64.getDecoder().decode(parts[1]);
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setIdRequirement(Integer.parseUnsignedInt(parts[0]))
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .build();
  }

  /**
   * Seals a text with the current key.
   *
   * @param whose the person it is about
   * @param what which of her things it is, such as {@code name}
   * @return null for null
   */
  public byte[] seal(UUID whose, String what, String text) {
    if (text == null) {
      return null;
    }
    try {
      return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), bound(whose, what));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A name could not be sealed", e);
    }
  }

  /**
   * Opens what was sealed for the same person and thing, with whichever of the keys; null for null.
   *
   * @throws IllegalStateException where none of the keys opens it
   */
  public String open(UUID whose, String what, byte[] box) {
    if (box == null) {
      return null;
    }
    try {
      return new String(aead.decrypt(box, bound(whose, what)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("KADAM_NAME_KEYS does not open what is in the database", e);
    }
  }

  /** What every box that was sealed with the current key begins with: five bytes. */
  public byte[] current() {
    return current.clone();
  }

  /** Whether a box was sealed with the current key; so is nothing at all. */
  public boolean isCurrent(byte[] box) {
    return box == null
        || java.util.Arrays.equals(box, 0, Math.min(PREFIX, box.length), current, 0, PREFIX);
  }

  private static byte[] bound(UUID whose, String what) {
    return (whose + "|" + what).getBytes(StandardCharsets.UTF_8);
  }
}
