package org.kadam.worker.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * The text of an uploaded file, line by line as it comes, so that no more than one line is held: at
 * most 24 MB, strictly UTF-8, with or without a byte order mark. A line that is not UTF-8 is handed
 * on with marks in it and told in {@link #damaged()}; a decoder of the whole could not say where it
 * stumbled.
 */
final class RosterText extends Reader {

  static final int LARGEST = 24 * 1024 * 1024;

  /** One line, and one row, which may have line ends in quotes. */
  private static final int LONGEST = 256 * 1024;

  /** A line or a row without an end; whoever reads a table tells which of the two it can be. */
  static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Endless() {
      super(null, null, false, false);
    }
  }

  private final InputStream upload;
  private final Faults damaged = new Faults();
  private final CharsetDecoder strict =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private byte[] bytes = new byte[1024];
  private CharBuffer line = CharBuffer.allocate(0);
  private long number;
  private long read;
  private long sinceRow;
  private boolean afterReturn;

  /**
   * Looks at how the file begins.
   *
   * @throws Problem FILE where it is UTF-16 or a workbook; TOO_LARGE as while reading
   */
  RosterText(InputStream upload) {
    this.upload = new BufferedInputStream(upload, 64 * 1024);
    begin();
  }

  private void begin() {
    byte[] first;
    try {
      upload.mark(8);
      first = upload.readNBytes(4);
      upload.reset();
      if (starts(first, 0xEF, 0xBB, 0xBF)) {
        read += upload.skip(3);
      }
    } catch (IOException e) {
      throw tooLarge();
    }
    Fault fault =
        starts(first, 0xFE, 0xFF) || starts(first, 0xFF, 0xFE) || wide(first)
            ? Fault.UTF_16
            : starts(first, 'P', 'K', 3, 4) || starts(first, 0xD0, 0xCF, 0x11, 0xE0)
                ? Fault.WORKBOOK
                : null;
    if (fault != null) {
      Faults faults = new Faults();
      faults.add(1, 0, null, fault);
      faults.refuse();
    }
  }

  private static boolean starts(byte[] file, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (file.length <= i || file[i] != (byte) with[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without its mark: every other byte of a Latin header is nought. */
  private static boolean wide(byte[] file) {
    return file.length == 4
        && ((file[0] == 0 && file[2] == 0 && file[1] != 0)
            || (file[1] == 0 && file[3] == 0 && file[0] != 0));
  }

  /** The lines so far that are not UTF-8. */
  Faults damaged() {
    return damaged;
  }

  /** A row ended about here. */
  void rowEnded() {
    sinceRow = 0;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (!line.hasRemaining() && !nextLine()) {
      return -1;
    }
    int some = Math.min(length, line.remaining());
    line.get(into, offset, some);
    sinceRow += some;
    if (sinceRow > LONGEST) {
      throw new Endless();
    }
    return some;
  }

  private boolean nextLine() {
    int length = 0;
    try {
      for (int b = upload.read(); b >= 0; b = upload.read()) {
        if (++read > LARGEST) {
          throw tooLarge();
        }
        if (length == LONGEST) {
          throw new Endless();
        }
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) b;
        if (b == '\n' || b == '\r') {
          break;
        }
      }
    } catch (IOException e) {
      // Also where the server cut the upload off for its size.
      throw tooLarge();
    }
    if (length == 0) {
      return false;
    }
    if (!(afterReturn && length == 1 && bytes[0] == '\n')) {
      number++;
    }
    afterReturn = bytes[length - 1] == '\r';
    line = decode(ByteBuffer.wrap(bytes, 0, length));
    return true;
  }

  private CharBuffer decode(ByteBuffer some) {
    try {
      return strict.decode(some);
    } catch (CharacterCodingException e) {
      damaged.add(number, 0, null, Fault.ENCODING);
      some.rewind();
      return StandardCharsets.UTF_8.decode(some);
    }
  }

  static Problem tooLarge() {
    return new Problem(
        Kind.TOO_LARGE, "The file did not arrive whole, or has more than 24 MB; split it");
  }

  @Override
  public void close() throws IOException {
    upload.close();
  }
}
