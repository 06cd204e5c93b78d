package org.kadam.course.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recording as Ogg Opus (RFC 3533, RFC 7845): whole, one voice, small, and with nothing written
 * in it about who made it.
 *
 * @param samples at 48 kHz, without those that are skipped at the beginning
 */
record OggOpus(int channels, long samples, List<String> comments) {

  private static final int HEAD = 27;
  private static final int RATE = 48_000;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int POLYNOMIAL = 0x04c1_1db7;

  int seconds() {
    return (int) ((samples + RATE - 1) / RATE);
  }

  /** Reads a file; nothing where it is none, or is not whole. */
  static Optional<OggOpus> read(byte[] file) {
    List<Page> pages = pages(file);
    if (pages.size() < 3 || !pages.get(0).is(FIRST) || !pages.get(pages.size() - 1).is(LAST)) {
      return Optional.empty();
    }
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).number() != i || pages.get(i).stream() != pages.get(0).stream()) {
        return Optional.empty();
      }
    }
    ByteBuffer head = buffer(pages.get(0).body());
    if (head.capacity() < 19 || !begins(head, "OpusHead") || head.get(8) >> 4 != 0) {
      return Optional.empty();
    }
    int skipped = Short.toUnsignedInt(head.getShort(10));
    long samples = pages.get(pages.size() - 1).granule() - skipped;
    return samples <= 0
        ? Optional.empty()
        : comments(pages.get(1)).map(found -> new OggOpus(head.get(9), samples, found));
  }

  /** What is written in it, but for the program that made it. */
  private static Optional<List<String>> comments(Page page) {
    ByteBuffer tags = buffer(page.body());
    if (!begins(tags, "OpusTags")) {
      return Optional.empty();
    }
    try {
      tags.position(8);
      text(tags); // the library's name
      List<String> found = new ArrayList<>();
      for (int left = tags.getInt(); left > 0; left--) {
        String comment = text(tags);
        if (!comment.toLowerCase(Locale.ROOT).startsWith("encoder")) {
          found.add(comment);
        }
      }
      return Optional.of(found);
    } catch (java.nio.BufferUnderflowException | NegativeArraySizeException e) {
      return Optional.empty();
    }
  }

  private static String text(ByteBuffer from) {
    int length = from.getInt();
    if (length > from.remaining()) {
      throw new java.nio.BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private record Page(int flags, long granule, int stream, int number, byte[] body) {
    boolean is(int flag) {
      return (flags & flag) != 0;
    }
  }

  /** All pages; none where one is broken, or something stands between them. */
  private static List<Page> pages(byte[] file) {
    List<Page> pages = new ArrayList<>();
    ByteBuffer in = buffer(file);
    int at = 0;
    while (at < file.length) {
      if (at + HEAD > file.length || in.getInt(at) != 0x5367_674f || in.get(at + 4) != 0) {
        return List.of();
      }
      int segments = Byte.toUnsignedInt(in.get(at + 26));
      int body = at + HEAD + segments;
      int end = body;
      for (int i = 0; i < segments && body <= file.length; i++) {
        end += Byte.toUnsignedInt(in.get(at + HEAD + i));
      }
      if (body > file.length || end > file.length || sum(file, at, end) != in.getInt(at + 22)) {
        return List.of();
      }
      pages.add(
          new Page(
              in.get(at + 5),
              in.getLong(at + 6),
              in.getInt(at + 14),
              in.getInt(at + 18),
              java.util.Arrays.copyOfRange(file, body, end)));
      at = end;
    }
    return pages;
  }

  /** The page's own sum, in which its four bytes count as nothing. */
  private static int sum(byte[] file, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= (i >= from + 22 && i < from + 26 ? 0 : file[i] & 0xff) << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum << 1 ^ (sum < 0 ? POLYNOMIAL : 0);
      }
    }
    return sum;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean begins(ByteBuffer buffer, String magic) {
    return buffer.capacity() >= magic.length()
        && new String(buffer.array(), 0, magic.length(), StandardCharsets.US_ASCII).equals(magic);
  }
}
