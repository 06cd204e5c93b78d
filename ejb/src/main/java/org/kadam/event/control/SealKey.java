package org.kadam.event.control;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.KeyAgreement;

/**
 * A key that phones seal to: what is sealed to it can be read with it and with the key that sealed,
 * and by nobody else.
 *
 * @param id its name in an entry
 * @param secret the private half, on P-256
 * @param open the public half
 */
record SealKey(String id, PrivateKey secret, Jwk open) {

  private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  /** A public key on P-256 as phones read it: RFC 7517, coordinates of 32 bytes in base64url. */
  public record Jwk(String kty, String crv, String x, String y) {}

  /**
   * Reads {@code <id>:<PKCS#8 in base64>}.
   *
   * @throws IllegalArgumentException for anything else, without telling what it was
   */
  static SealKey parse(String text) {
    int colon = text.indexOf(':');
    try {
      String id = text.substring(0, Math.max(0, colon));
      byte[] encoded = Base64.getDecoder().decode(text.substring(colon + 1));
      KeyFactory keys = KeyFactory.getInstance("EC");
      PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      ECParameterSpec p256 = p256();
      if (ID_FORM.matcher(id).matches()
          && secret instanceof ECPrivateKey key
          && key.getParams().getOrder().equals(p256.getOrder())) {
        return new SealKey(id, secret, jwk(point(secret, p256, keys)));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause could quote the key.
    }
    throw new IllegalArgumentException("Not <id>:<PKCS#8 of a P-256 key in base64>");
  }

  /** Its name alone: what is logged must not open anything. */
  @Override
  public String toString() {
    return "SealKey " + id;
  }

  private static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return curve.getParameterSpec(ECParameterSpec.class);
  }

  /**
   * The public point of a private key, which PKCS#8 may leave out and Java does not work out. Its x
   * is what the key agrees on with the base point; of the two points with this x, ours is the one
   * that verifies what the key signs.
   */
  private static ECPoint point(PrivateKey secret, ECParameterSpec p256, KeyFactory keys)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(secret);
    agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(p256.getGenerator(), p256)), true);
    BigInteger x = new BigInteger(1, agreement.generateSecret());
    BigInteger p = ((ECFieldFp) p256.getCurve().getField()).getP();
    BigInteger square =
        x.pow(3).add(p256.getCurve().getA().multiply(x)).add(p256.getCurve().getB());
    // p = 3 (mod 4), so this power is a root.
    BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    ECPoint one = new ECPoint(x, y);
    return verifies(keys.generatePublic(new ECPublicKeySpec(one, p256)), secret)
        ? one
        : new ECPoint(x, p.subtract(y));
  }

  private static boolean verifies(PublicKey open, PrivateKey secret)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(secret);
    byte[] signed = signature.sign();
    signature.initVerify(open);
    return signature.verify(signed);
  }

  private static Jwk jwk(ECPoint point) {
    return new Jwk("EC", "P-256", coordinate(point.getAffineX()), coordinate(point.getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] all = number.toByteArray();
    byte[] bytes = new byte[32];
    int length = Math.min(bytes.length, all.length);
    System.arraycopy(all, all.length - length, bytes, bytes.length - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
