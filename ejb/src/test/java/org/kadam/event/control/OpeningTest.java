package org.kadam.event.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.event.entity.PhoneKey;

/** Against entries that WebCrypto made; see sealed.mjs beside sealed.json. */
class OpeningTest {

  private static final UUID SESSION = UUID.randomUUID();
  private static final UUID DEVICE = UUID.randomUUID();

  static Stream<JsonObject> made() {
    InputStream file = OpeningTest.class.getResourceAsStream("/org/kadam/event/sealed.json");
    try (var reader = Json.createReader(file)) {
      return reader.readArray().getValuesAs(JsonObject.class).stream();
    }
  }

  private static JsonObject one() {
    return made().findFirst().orElseThrow();
  }

  private static PhoneKey key(JsonObject made, UUID worker) {
    PhonePublicKey open = PhonePublicKey.of(made.getJsonObject("phonePublic"));
    return new PhoneKey(
        UUID.fromString(made.getString("key")),
        worker,
        DEVICE,
        open.thumbprint(),
        open.encoded(),
        Instant.EPOCH);
  }

  private static UUID worker(JsonObject made) {
    return UUID.fromString(made.getJsonObject("event").getString("worker"));
  }

  private static Arrival open(JsonObject made, String entry, PhoneKey key, String seals) {
    return new Opening(new Seals(seals), new AgreedKeys())
        .open(Json.createValue(entry), SealedEntry.parse(entry).orElseThrow(), key, SESSION);
  }

  private static Arrival open(JsonObject made, String entry) {
    return open(made, entry, key(made, worker(made)), made.getString("seal"));
  }

  private static String part(String entry, int which, String other) {
    String[] parts = entry.split("\\.");
    parts[which] = other;
    return String.join(".", parts);
  }

  private static String turned(String base64url) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64url);
    bytes[bytes.length / 2] ^= 1;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @ParameterizedTest
  @MethodSource("made")
  void what_a_browser_sealed_is_read(JsonObject made) {
    Arrival arrival = open(made, made.getString("entry"));
    assertEquals(made.getJsonObject("event"), arrival.event());
    assertEquals(
        Voucher.key(worker(made), UUID.fromString(made.getString("key")), SESSION),
        arrival.voucher());
  }

  @ParameterizedTest
  @MethodSource("made")
  void the_public_half_of_a_key_is_worked_out_as_the_browser_does(JsonObject made) {
    Seals.Seal seal = new Seals(made.getString("seal")).current();
    JsonObject open = made.getJsonObject("sealPublic");
    assertEquals(
        new SealKey.Jwk("EC", "P-256", open.getString("x"), open.getString("y")), seal.publicKey());
    assertEquals(made.getString("seal").split(":")[0], seal.id());
  }

  @Test
  void the_keys_worker_is_vouched_for_whoever_is_inside() {
    UUID thief = UUID.randomUUID();
    Arrival arrival =
        open(one(), one().getString("entry"), key(one(), thief), one().getString("seal"));
    assertEquals(thief, arrival.voucher().worker());
  }

  @Test
  void every_changed_part_keeps_it_closed() {
    String entry = one().getString("entry");
    String[] parts = entry.split("\\.");
    String otherId = UUID.randomUUID().toString();
    for (String changed :
        List.of(
            part(entry, 3, otherId),
            part(entry, 4, turned(parts[4])),
            part(entry, 5, turned(parts[5])))) {
      Arrival arrival = open(one(), changed);
      assertEquals("sealed-unreadable", arrival.voucher().refusal(), changed);
      assertNull(arrival.event());
      assertEquals(changed, ((jakarta.json.JsonString) arrival.raw()).getString());
    }
  }

  @Test
  void another_workers_key_does_not_open_it() {
    JsonObject other = made().skip(1).findFirst().orElseThrow();
    String taken = part(one().getString("entry"), 2, other.getString("key"));
    Arrival arrival = open(one(), taken, key(other, worker(other)), one().getString("seal"));
    assertEquals("sealed-unreadable", arrival.voucher().refusal());
  }

  @Test
  void a_key_that_nobody_registered_and_a_seal_that_nobody_has_are_told_apart() {
    String entry = one().getString("entry");
    assertEquals(
        "unknown-key", open(one(), entry, null, one().getString("seal")).voucher().refusal());
    String others = made().skip(1).findFirst().orElseThrow().getString("seal");
    Arrival arrival = open(one(), entry, key(one(), worker(one())), others);
    assertEquals("unknown-seal", arrival.voucher().refusal());
    assertEquals(one().getJsonObject("event").getString("id"), arrival.id().toString());
    assertEquals(worker(one()), arrival.worker());
  }

  @Test
  void an_older_key_of_the_setting_still_opens_and_the_first_is_given_out() {
    String newer = made().skip(1).findFirst().orElseThrow().getString("seal");
    String setting = newer + ", " + one().getString("seal");
    Arrival arrival = open(one(), one().getString("entry"), key(one(), worker(one())), setting);
    assertNull(arrival.voucher().refusal());
    assertEquals("s1", new Seals(setting).current().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.a.b.c.d.e",
        "2.s0.%k.%i.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA",
        "1.s0.%k.%i.AAAAAAAAAAAAAAAA.short",
        "1.s0.%k.%i.AAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA",
        "1.s0.%K.%i.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA",
        "1.s0.%k.%i.AAAAAAAAAAAAAAAA.A+AAAAAAAAAAAAAAAAAAAA",
        "1.s0.%k.%i.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.more",
        "1.s.0.%k.%i.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_has_not_the_form_is_no_entry(String text) {
    String id = "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a";
    String entry = text.replace("%k", id).replace("%i", id).replace("%K", id.toUpperCase());
    assertFalse(SealedEntry.parse(entry).isPresent());
  }

  @Test
  void the_form_alone_is_not_enough() {
    String id = "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a";
    String entry = "1.s0." + id + "." + id + ".AAAAAAAAAAAAAAAA." + "A".repeat(22);
    assertEquals("sealed-unreadable", open(one(), entry).voucher().refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a:", ":AAAA", "a:AAAA", "a.b:AAAA", "a:!", ","})
  void a_setting_that_is_no_list_of_keys_stops_the_start_and_is_not_repeated(String setting) {
    String message =
        assertThrows(IllegalStateException.class, () -> new Seals(setting)).getMessage();
    assertFalse(message.contains("AAAA"), message);
  }

  @Test
  void a_key_on_another_curve_or_two_of_one_name_stop_the_start() throws Exception {
    String other =
        "a:" + Base64.getEncoder().encodeToString(pair("secp384r1").getPrivate().getEncoded());
    assertThrows(IllegalStateException.class, () -> new Seals(other));
    String twice = one().getString("seal") + "," + one().getString("seal");
    assertThrows(IllegalStateException.class, () -> new Seals(twice));
  }

  @Test
  void a_key_that_java_made_is_read_and_never_shown() throws Exception {
    KeyPair pair = pair("secp256r1");
    String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    SealKey key = SealKey.parse("j:" + secret);
    var point = ((java.security.interfaces.ECPublicKey) pair.getPublic()).getW();
    byte[] y = Base64.getUrlDecoder().decode(key.open().y());
    assertEquals(point.getAffineY(), new java.math.BigInteger(1, y));
    assertEquals("SealKey j", key.toString());
  }

  @Test
  void keys_that_were_agreed_are_remembered_and_the_oldest_forgotten() throws Exception {
    AgreedKeys agreed = new AgreedKeys(2);
    SealKey seal = SealKey.parse(one().getString("seal"));
    List<PhoneKey> keys = made().map(m -> key(m, worker(m))).limit(3).toList();
    var first = agreed.of(keys.get(0), seal);
    assertEquals(first, agreed.of(keys.get(0), seal));
    for (PhoneKey key : keys) {
      agreed.of(key, seal);
    }
    assertEquals(2, agreed.remembered());
    assertEquals(first, agreed.of(keys.get(0), seal), "agreed anew, with the same result");
  }

  private static KeyPair pair(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }
}
