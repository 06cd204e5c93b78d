package org.kadam.worker.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * The text of an uploaded file: at most 8 MB, strictly UTF-8, with or without a byte order mark.
 */
final class RosterText {

  static final int LARGEST = 8 * 1024 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private RosterText() {}

  /**
   * Reads to the end.
   *
   * @throws Problem TOO_LARGE, also where the server cut the upload off for its size; FILE with a
   *     fault for every line that is not UTF-8
   */
  static String read(InputStream upload) {
    byte[] bytes;
    try {
      bytes = upload.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw tooLarge();
    }
    if (bytes.length > LARGEST) {
      throw tooLarge();
    }
    String text = decode(bytes);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Problem tooLarge() {
    return new Problem(
        Kind.TOO_LARGE, "The file did not arrive whole, or has more than 8 MB; split it");
  }

  /** Line by line, because a decoder of the whole cannot say where it stumbled. */
  private static String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    StringBuilder text = new StringBuilder(bytes.length);
    Faults faults = new Faults();
    long line = 1;
    for (int from = 0; from < bytes.length; line++) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      to = Math.min(to + 1, bytes.length);
      try {
        text.append(decoder.decode(ByteBuffer.wrap(bytes, from, to - from)));
      } catch (CharacterCodingException e) {
        faults.add(line, 0, null, Fault.ENCODING);
      }
      from = to;
    }
    faults.refuse();
    return text.toString();
  }
}
