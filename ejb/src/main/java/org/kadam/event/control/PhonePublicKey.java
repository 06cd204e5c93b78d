package org.kadam.event.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Base64;
import java.util.Set;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * The public half of a phone's key: a point on P-256.
 *
 * @param encoded X.509 SubjectPublicKeyInfo
 * @param thumbprint RFC 7638, SHA-256, base64url
 */
public record PhonePublicKey(byte[] encoded, String thumbprint) {

  private static final int COORDINATE = 32;
  private static final Set<String> KEYS =
      Set.of("kty", "crv", "x", "y", "ext", "key_ops", "alg", "use");

  /**
   * Reads a JWK.
   *
   * @throws Problem INVALID for anything but a public P-256 key; above all for a private one
   */
  public static PhonePublicKey of(JsonObject jwk) {
    if (jwk == null
        || !KEYS.containsAll(jwk.keySet())
        || !text(jwk, "kty").equals("EC")
        || !text(jwk, "crv").equals("P-256")) {
      throw refused();
    }
    byte[] x = coordinate(text(jwk, "x"));
    byte[] y = coordinate(text(jwk, "y"));
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
      ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
      if (!on(p256.getCurve(), point)) {
        throw refused();
      }
      byte[] encoded =
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(point, p256))
              .getEncoded();
      return new PhonePublicKey(encoded, thumbprint(x, y));
    } catch (GeneralSecurityException e) {
      throw refused();
    }
  }

  private static boolean on(EllipticCurve curve, ECPoint point) {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
  }

  private static String thumbprint(byte[] x, byte[] y) throws GeneralSecurityException {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String jwk =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
            + base64.encodeToString(x)
            + "\",\"y\":\""
            + base64.encodeToString(y)
            + "\"}";
    return base64.encodeToString(
        MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String text(JsonObject jwk, String key) {
    return jwk.get(key) instanceof JsonString text ? text.getString() : "";
  }

  private static byte[] coordinate(String base64) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64);
      if (bytes.length == COORDINATE) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw refused();
  }

  private static Problem refused() {
    return new Problem(Kind.INVALID, "publicKey", "This must be a public P-256 key as a JWK");
  }
}
