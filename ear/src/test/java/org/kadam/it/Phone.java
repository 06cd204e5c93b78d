package org.kadam.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A worker's phone as the server sees it: a key of its own, events with ids of its own, signed
 * batches.
 */
public final class Phone {

  private final UUID device = UUID.randomUUID();
  private final String worker;
  private final KeyPair pair;
  private final String key;
  private final String seal;
  private final SecretKey agreed;
  private int seq;

  private Phone(Caller caller, String path, String whose) throws GeneralSecurityException {
    worker = whose;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
    ECPublicKey open = (ECPublicKey) pair.getPublic();
    JsonObject jwk =
        Json.createObjectBuilder()
            .add("kty", "EC")
            .add("crv", "P-256")
            .add("x", coordinate(open.getW().getAffineX()))
            .add("y", coordinate(open.getW().getAffineY()))
            .build();
    JsonObject said =
        Json.createObjectBuilder().add("device", device.toString()).add("publicKey", jwk).build();
    JsonObject registered = caller.post(path, said.toString()).json();
    key = registered.getString("key");
    seal = registered.getJsonObject("seal").getString("id");
    agreed = agree(registered.getJsonObject("seal").getJsonObject("publicKey"));
  }

  /** Registers a new phone for who calls. */
  public static Phone of(Caller caller) {
    return of(caller, "/api/phones", caller.get("/api/me").json().getString("id"));
  }

  /** A helper's device, opened for a worker of hers. */
  public static Phone helped(Caller helper, String worker) {
    return of(helper, "/api/helped/" + worker + "/phones", worker);
  }

  private static Phone of(Caller caller, String path, String worker) {
    try {
      return new Phone(caller, path, worker);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String worker() {
    return worker;
  }

  /** A new event of this phone's worker. */
  public JsonObject event(String type, JsonObject body) {
    JsonObjectBuilder event =
        Json.createObjectBuilder()
            .add("id", uuid7().toString())
            .add("type", type)
            .add("v", 1)
            .add("worker", worker)
            .add("device", device.toString())
            .add("seq", ++seq)
            .add("at", Instant.now().toString())
            .addNull("contentHash")
            .add("body", body);
    return event.build();
  }

  /** The bytes of a batch with these events. */
  public byte[] batch(List<JsonObject> events) {
    return Json.createObjectBuilder()
        .add("device", device.toString())
        .add("sentAt", Instant.now().toString())
        .add("events", Json.createArrayBuilder(events))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private SecretKey agree(JsonObject jwk) throws GeneralSecurityException {
    ECPoint point = new ECPoint(number(jwk.getString("x")), number(jwk.getString("y")));
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(pair.getPrivate());
    ECPublicKeySpec open = new ECPublicKeySpec(point, ((ECPublicKey) pair.getPublic()).getParams());
    agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(open), true);
    byte[] extracted = hmac(new byte[32], agreement.generateSecret());
    byte[] info =
        ("kadam-outbox-1|" + key + "|" + seal + "\u0001").getBytes(StandardCharsets.UTF_8);
    return new SecretKeySpec(hmac(extracted, info), "AES");
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }

  /** An event sealed to the server by this phone's key. */
  public String sealed(JsonObject event) {
    return sealed(event.getString("id"), event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Anything sealed as an event of this id. */
  public String sealed(String id, byte[] inside) {
    byte[] iv = new byte[12];
    ThreadLocalRandom.current().nextBytes(iv);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, agreed, new GCMParameterSpec(128, iv));
      cipher.updateAAD((key + "." + id).getBytes(StandardCharsets.UTF_8));
      Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
      String box = base64.encodeToString(cipher.doFinal(inside));
      return String.join(".", "1", seal, key, id, base64.encodeToString(iv), box);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of a batch of sealed entries, sent at a time by this phone's clock. */
  public byte[] sealedBatch(List<String> entries, Instant sentAt) {
    return Json.createObjectBuilder()
        .add("device", device.toString())
        .add("sentAt", sentAt.toString())
        .add("sealed", Json.createArrayBuilder(entries))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Sends sealed entries in somebody's session. */
  public Caller.Answer sendSealed(Caller caller, List<String> entries) {
    return caller.post("/api/events", "application/json", sealedBatch(entries, Instant.now()));
  }

  /** Sends a signed batch in somebody's session. */
  public Caller.Answer send(Caller caller, List<JsonObject> events) {
    byte[] batch = batch(events);
    return caller.post(
        "/api/events",
        "application/json",
        batch,
        "Kadam-Key",
        key,
        "Kadam-Signature",
        signature(batch));
  }

  public String key() {
    return key;
  }

  public String signature(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A UUID of version 7: the milliseconds first, then chance. */
  public static UUID uuid7() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextLong() & 0x0fffL;
    long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static String coordinate(BigInteger number) {
    byte[] all = number.toByteArray();
    byte[] bytes = new byte[32];
    int length = Math.min(32, all.length);
    System.arraycopy(all, all.length - length, bytes, 32 - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
