package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.json.CanonicalJson;
import org.kadam.language.Language;

/**
 * The recording is real Ogg Opus, 16 kbit/s, of four seconds, spoken by a program (eSpeak NG, in
 * English): it stands for a voice and is none.
 */
class SoundsTest {

  private static final String PLACE = "course/small/text.hi.yaml at modules.one.cards.tale.sound: ";

  @TempDir private Path folder;
  private SmallCourse course;

  static byte[] recording() throws IOException {
    try (InputStream in = SoundsTest.class.getResourceAsStream("/fixture/small-thing.opus")) {
      return in.readAllBytes();
    }
  }

  @BeforeEach
  void copy() throws IOException {
    course = new SmallCourse(folder);
  }

  private void afresh() throws IOException {
    course = new SmallCourse(Files.createTempDirectory(folder, "again"));
  }

  /** The story has this recording in Hindi alone. */
  private List<String> faults(String name, byte[] file) throws IOException {
    course.with("text.hi.yaml", "tale: {", "tale: {sound: " + name + ", ");
    if (file != null) {
      course.put("media/" + name, file);
    }
    return course.faults();
  }

  /** The file with one part of it changed, and the sum of that page made right again. */
  private static byte[] changed(byte[] file, String where, int offset, int... values) {
    byte[] out = file.clone();
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(where) + offset;
    for (int i = 0; i < values.length; i++) {
      out[at + i] = (byte) values[i];
    }
    return summed(out, at);
  }

  private static byte[] summed(byte[] file, int within) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int from = text.lastIndexOf("OggS", within);
    int next = text.indexOf("OggS", from + 4);
    int to = next < 0 ? file.length : next;
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(from + 22, 0);
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= (file[i] & 0xffL) << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 0x8000_0000L) == 0 ? sum << 1 : sum << 1 ^ 0x04c1_1db7L;
        sum &= 0xffff_ffffL;
      }
    }
    buffer.putInt(from + 22, (int) sum);
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tale", "pick", "talk", "mute"})
  @DisplayName("Every kind of card may have one, in one language alone")
  void any_card(String card) throws IOException {
    course.put("media/said.hi.opus", recording());
    if (card.equals("tale")) {
      course.with("text.hi.yaml", "tale: {", "tale: {sound: said.hi.opus, ");
    } else {
      course.with("text.hi.yaml", card + ":\n", card + ":\n        sound: said.hi.opus\n");
    }
    assertEquals(List.of(), course.faults());
    CoursePackages.Module module = CoursePackages.modules(course.read()).get(0);
    JsonObject hindi = words(module, Language.HI, card);
    String hash = CanonicalJson.sha256(recording());
    assertEquals(hash, hindi.getJsonObject("sound").getString("hash"));
    assertEquals(recording().length, hindi.getJsonObject("sound").getInt("bytes"));
    assertEquals(4, hindi.getJsonObject("sound").getInt("seconds"));
    assertArrayEquals(recording(), module.sounds().get(hash));
    assertFalse(words(module, Language.EN, card).containsKey("sound"));
  }

  private static JsonObject words(CoursePackages.Module module, Language language, String card) {
    return module.texts().get(language).getJsonObject("cards").getJsonObject(card);
  }

  @Test
  @DisplayName("A recording that is not there, or has another kind of name, is named")
  void missing() throws IOException {
    assertEquals(List.of(PLACE + "There is no such recording"), faults("said.opus", null));
    afresh();
    assertEquals(
        List.of(PLACE + "This must be a file such as a-b.hi.opus"), faults("said.mp3", null));
    afresh();
    assertEquals(
        List.of(PLACE + "This must be a file such as a-b.hi.opus"),
        faults("../media/said.opus", null));
  }

  @Test
  @DisplayName("What is cut off, damaged anywhere or another format is refused")
  void broken() throws IOException {
    byte[] whole = recording();
    for (int at : new int[] {5, 60, whole.length / 2, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x40;
      assertTrue(OggOpus.read(damaged).isEmpty(), "damaged at " + at);
      assertTrue(OggOpus.read(Arrays.copyOf(whole, at)).isEmpty(), "cut at " + at);
    }
    assertTrue(OggOpus.read(new byte[0]).isEmpty());
    assertTrue(OggOpus.read(changed(whole, "OpusHead", 4, 'B')).isEmpty(), "not Opus");
    assertEquals(
        List.of(PLACE + "The recording is not whole Ogg Opus"),
        faults("said.opus", "RIFF, and something else".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  @DisplayName("Two channels, more than a minute and a half, and large ones are refused")
  void too_much() throws IOException {
    byte[] whole = recording();
    assertEquals(
        List.of(PLACE + "The recording must have one channel"),
        faults("two.opus", changed(whole, "OpusHead", 9, 2)));
    afresh();
    int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("OggS");
    byte[] lasting = whole.clone();
    ByteBuffer.wrap(lasting).order(ByteOrder.LITTLE_ENDIAN).putLong(last + 6, 48_000L * 91);
    assertEquals(
        List.of(PLACE + "The recording is longer than 90 seconds"),
        faults("long.opus", summed(lasting, last + 6)));
    afresh();
    byte[] dense = whole.clone();
    ByteBuffer.wrap(dense).order(ByteOrder.LITTLE_ENDIAN).putLong(last + 6, 48_000L);
    assertEquals(
        List.of(PLACE + "The recording takes more than 20 kbit/s"),
        faults("large.opus", summed(dense, last + 6)));
  }

  @Test
  @DisplayName("Nobody's name may be written in it")
  void unsigned() throws IOException {
    byte[] signed = changed(recording(), "ENCODER=", 0, 'A', 'R', 'T', 'I', 'S', 'T', '=');
    assertTrue(
        faults("signed.opus", signed).get(0).startsWith(PLACE + "Something is written in it"));
  }
}
