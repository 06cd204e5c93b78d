package org.kadam.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Passes on what {@code COPY} writes and sums it up: the bytes as they are, and the rows in
 * whatever order. {@code COPY} writes a row a line and escapes line ends inside of values, so a
 * line is a row.
 */
final class Sum extends OutputStream {

  private final OutputStream to;
  private final MessageDigest bytes = sha256();
  private final MessageDigest row = sha256();
  private final long[] rows = new long[4];
  private long count;
  private long length;

  Sum(OutputStream to) {
    this.to = to;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] chunk, int from, int many) throws IOException {
    to.write(chunk, from, many);
    bytes.update(chunk, from, many);
    length += many;
    int begin = from;
    for (int i = from; i < from + many; i++) {
      if (chunk[i] == '\n') {
        row.update(chunk, begin, i - begin);
        end();
        begin = i + 1;
      }
    }
    row.update(chunk, begin, from + many - begin);
  }

  private void end() {
    ByteBuffer hash = ByteBuffer.wrap(row.digest());
    for (int i = 0; i < rows.length; i++) {
      rows[i] += hash.getLong();
    }
    count++;
  }

  /** Does not close what it writes to: that is a part of a ZIP. */
  @Override
  public void close() throws IOException {
    to.flush();
  }

  long count() {
    return count;
  }

  long length() {
    return length;
  }

  /** SHA-256 of the bytes. */
  String bytes() {
    return HexFormat.of().formatHex(bytes.digest());
  }

  /** The sum of the rows' SHA-256, in four parts of 64 bits: the same rows in any order. */
  String rows() {
    return text(rows);
  }

  private static String text(long[] parts) {
    StringBuilder hex = new StringBuilder();
    for (long part : parts) {
      hex.append(HexFormat.of().toHexDigits(part));
    }
    return hex.toString();
  }

  /** The rows of one and of the other. */
  static String both(String one, String other) {
    long[] parts = new long[4];
    for (int i = 0; i < parts.length; i++) {
      int from = i * Long.BYTES * 2;
      int to = from + Long.BYTES * 2;
      parts[i] =
          HexFormat.fromHexDigitsToLong(one, from, to)
              + HexFormat.fromHexDigitsToLong(other, from, to);
    }
    return text(parts);
  }
}
