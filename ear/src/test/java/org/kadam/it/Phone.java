package org.kadam.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A worker's phone as the server sees it: a key of its own, events with ids of its own, signed
 * batches.
 */
public final class Phone {

  private final UUID device = UUID.randomUUID();
  private final String worker;
  private final KeyPair pair;
  private final String key;
  private int seq;

  private Phone(Caller caller) throws GeneralSecurityException {
    worker = caller.get("/api/me").json().getString("id");
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
    key = caller.post("/api/phones", said.toString()).json().getString("key");
  }

  /** Registers a new phone for who calls. */
  public static Phone of(Caller caller) {
    try {
      return new Phone(caller);
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
