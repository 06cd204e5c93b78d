package org.kadam.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ManifestTest {

  private static Sum sum(String... chunks) throws IOException {
    Sum sum = new Sum(new ByteArrayOutputStream());
    for (String chunk : chunks) {
      sum.write(chunk.getBytes(UTF_8));
    }
    return sum;
  }

  @Test
  @DisplayName(
      "Rows sum to the same in any order and however they come, and to another if one does")
  void rows_in_any_order() throws IOException {
    Sum one = sum("1\tशीला\n2\tb\n2\tb\n");
    Sum other = sum("2\tb\n1\tश", "ीला\n", "2\tb", "\n");
    assertEquals(3, one.count());
    assertEquals(3, other.count());
    assertEquals(one.rows(), other.rows());
    assertNotEquals(one.bytes(), other.bytes());
    assertEquals(one.rows(), Sum.both(sum("2\tb\n").rows(), sum("1\tशीला\n2\tb\n").rows()));
    assertNotEquals(one.rows(), sum("1\tशीला\n2\tb\n").rows());
    assertNotEquals(one.rows(), sum("1\tशीला\n2\tb\n1\tशीला\n").rows());
  }

  @Test
  @DisplayName("A manifest is read as it was written")
  void written_and_read() {
    Manifest manifest =
        new Manifest(
            Instant.parse("2026-11-22T04:00:00Z"),
            List.of(
                new Manifest.Database(
                    "kadam",
                    "018",
                    "18.6",
                    List.of(
                        new Manifest.Partition(
                            "public.event_2026_11",
                            "public.event",
                            "FOR VALUES FROM ('2026-11-01 00:00:00+00') TO (MAXVALUE)",
                            "")),
                    List.of(
                        new Manifest.Table(
                            "public.\"order\"",
                            "public.\"order\"",
                            2,
                            17,
                            "aa",
                            "bb",
                            "id,\"to\"")),
                    List.of(new Manifest.Sequence("public.event_position_seq", 7, true)))));
    assertEquals(manifest, Manifest.read(manifest.text()));
    assertEquals(
        "kadam/public.order.copy",
        manifest.database("kadam").table("public.\"order\"").file("kadam"));
  }

  @Test
  @DisplayName("What is no manifest is said to be none")
  void no_manifest() {
    for (String text : new String[] {"", "x", "kadam-backup\t2\ntaken\t2026-11-22T04:00:00Z"}) {
      assertThrows(CannotBackup.class, () -> Manifest.read(text), text);
    }
  }
}
