package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.kadam.event.entity.PhoneKey;

/**
 * The secrets that the server's keys and phones' keys have in common: ECDH on P-256 (NIST SP
 * 800-56A, C(0e, 2s)) and HKDF with SHA-256 (RFC 5869). Agreeing costs a hundred times what opening
 * an entry does, so the keys of the phones that sent last are remembered.
 */
@ApplicationScoped
public class AgreedKeys {

  /** About three megabytes. */
  private static final int MOST = 10_000;

  private static final byte[] NO_SALT = new byte[32];

  private record Pair(UUID key, String seal) {}

  private final int most;
  private final Map<Pair, SecretKey> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, SecretKey> eldest) {
          return size() > most;
        }
      };

  AgreedKeys() {
    this(MOST);
  }

  AgreedKeys(int most) {
    this.most = most;
  }

  int remembered() {
    synchronized (last) {
      return last.size();
    }
  }

  /** The AES key that the two share. A key's id never stands for another public key. */
  SecretKey of(PhoneKey key, SealKey seal) {
    Pair pair = new Pair(key.id(), seal.id());
    synchronized (last) {
      SecretKey known = last.get(pair);
      if (known != null) {
        return known;
      }
    }
    SecretKey agreed = agree(key.publicKey(), key.id(), seal);
    synchronized (last) {
      last.put(pair, agreed);
    }
    return agreed;
  }

  /**
   * Agrees anew.
   *
   * @param publicKey X.509 SubjectPublicKeyInfo
   */
  static SecretKey agree(byte[] publicKey, UUID id, SealKey seal) {
    try {
      PublicKey open =
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey));
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(seal.secret());
      agreement.doPhase(open, true);
      String info = "kadam-outbox-1|" + id + "|" + seal.id();
      return hkdf(agreement.generateSecret(), info.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A registered key is not on P-256", e);
    }
  }

  /** The first 32 bytes, which are one block of SHA-256. */
  private static SecretKey hkdf(byte[] secret, byte[] info) throws GeneralSecurityException {
    byte[] extracted = hmac(NO_SALT).doFinal(secret);
    Mac expand = hmac(extracted);
    expand.update(info);
    expand.update((byte) 1);
    return new SecretKeySpec(expand.doFinal(), "AES");
  }

  private static Mac hmac(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac;
  }
}
