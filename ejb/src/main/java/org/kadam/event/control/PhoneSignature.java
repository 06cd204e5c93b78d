package org.kadam.event.control;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * ECDSA on P-256 with SHA-256 over the exact bytes of a body, the signature as r and s of 32 bytes
 * each (IEEE P1363), as WebCrypto makes it.
 */
public final class PhoneSignature {

  private static final int LENGTH = 64;

  private PhoneSignature() {}

  /**
   * Whether the signature is that of this key over these bytes.
   *
   * @param key the public key, X.509 SubjectPublicKeyInfo
   * @param signature base64url without padding
   */
  public static boolean holds(byte[] key, byte[] body, String signature) {
    try {
      byte[] mark = Base64.getUrlDecoder().decode(signature == null ? "" : signature);
      if (mark.length != LENGTH) {
        return false;
      }
      PublicKey parsed = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key));
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(parsed);
      check.update(body);
      return check.verify(mark);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return false;
    }
  }
}
