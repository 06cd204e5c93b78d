package org.kadam.event.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

class PhoneSignatureTest {

  private static final byte[] BODY = "{\"device\":\"a\"}".getBytes(UTF_8);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair pair = pair("secp256r1");
  private final PhonePublicKey key = PhonePublicKey.of(jwk(pair).build());

  private static KeyPair pair(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static jakarta.json.JsonObjectBuilder jwk(KeyPair pair) {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return Json.createObjectBuilder()
        .add("kty", "EC")
        .add("crv", "P-256")
        .add("x", coordinate(point.getAffineX()))
        .add("y", coordinate(point.getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return BASE64.encodeToString(fixed);
  }

  private static String sign(PrivateKey key, byte[] body) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(body);
    return BASE64.encodeToString(signature.sign());
  }

  @Test
  void a_signature_holds_for_the_exact_bytes_it_was_made_over() throws GeneralSecurityException {
    String signature = sign(pair.getPrivate(), BODY);
    assertTrue(PhoneSignature.holds(key.encoded(), BODY, signature));
    assertFalse(
        PhoneSignature.holds(key.encoded(), "{\"device\": \"a\"}".getBytes(UTF_8), signature));
  }

  @Test
  void a_signature_of_another_key_does_not_hold() throws GeneralSecurityException {
    String signature = sign(pair("secp256r1").getPrivate(), BODY);
    assertFalse(PhoneSignature.holds(key.encoded(), BODY, signature));
  }

  @Test
  void what_is_no_signature_does_not_hold() {
    for (String signature :
        new String[] {null, "", "?", "AAAA", BASE64.encodeToString(new byte[64])}) {
      assertFalse(PhoneSignature.holds(key.encoded(), BODY, signature));
    }
    assertFalse(PhoneSignature.holds(new byte[0], BODY, BASE64.encodeToString(new byte[64])));
  }

  @Test
  void the_key_that_is_kept_is_the_key_that_was_sent() {
    assertArrayEquals(pair.getPublic().getEncoded(), key.encoded());
  }

  @Test
  void the_thumbprint_is_that_of_rfc_7638() {
    // A public key from RFC 7517, appendix A.1; its thumbprint reckoned apart from this code.
    JsonObject jwk =
        Json.createObjectBuilder()
            .add("kty", "EC")
            .add("crv", "P-256")
            .add("x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")
            .add("y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")
            .add("use", "sig")
            .build();
    assertEquals(
        "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", PhonePublicKey.of(jwk).thumbprint());
  }

  @Test
  void anything_but_a_public_p256_key_is_refused() {
    refused(null);
    refused(Json.createObjectBuilder().build());
    refused(jwk(pair).add("d", "AAAA").build());
    refused(jwk(pair).add("kty", "RSA").build());
    refused(jwk(pair).add("crv", "P-384").build());
    refused(jwk(pair).add("x", "AAAA").build());
    refused(jwk(pair).add("x", 7).build());
    refused(jwk(pair).add("y", BASE64.encodeToString(new byte[32])).build());
    refused(jwk(pair("secp384r1")).build());
  }

  private static void refused(JsonObject jwk) {
    Problem problem = assertThrows(Problem.class, () -> PhonePublicKey.of(jwk));
    assertEquals(Kind.INVALID, problem.kind());
    assertEquals("publicKey", problem.field());
  }
}
