package org.kadam.limit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * A body that ends with a problem where it is too large, or takes too long: who sends a byte now
 * and then would otherwise hold a thread for hours. Twenty minutes are enough for the largest
 * roster on a slow line.
 */
final class BoundedBody extends FilterInputStream {

  private static final long LONGEST = Duration.ofMinutes(20).toNanos();

  private final long began = System.nanoTime();
  private final long largest;
  private long bytes;

  BoundedBody(InputStream in, long largest) {
    super(in);
    this.largest = largest;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count(skipped);
    return skipped;
  }

  private void count(long more) {
    bytes += more;
    if (bytes > largest) {
      throw new Problem(Kind.TOO_LARGE, "A body has at most " + largest / 1024 + " KB here");
    }
    if (System.nanoTime() - began > LONGEST) {
      throw new Problem(Kind.TOO_SLOW, "The body took too long");
    }
  }
}
