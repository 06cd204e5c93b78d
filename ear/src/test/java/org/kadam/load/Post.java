package org.kadam.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.kadam.it.Kadam;

/** Sends prepared batches over as many connections as there are senders. */
final class Post {

  /** One prepared request: headers by pairs of name and value. */
  record Letter(byte[] body, int events, String[] headers) {}

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Post() {}

  /** Sends these, until the time is over; gives how many events were answered as accepted. */
  static int all(List<Letter> letters, int senders, Duration most)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + most.toNanos();
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> sender =
        () -> {
          int accepted = 0;
          for (int i = next.getAndIncrement();
              i < letters.size() && System.nanoTime() < end;
              i = next.getAndIncrement()) {
            accepted += one(letters.get(i));
          }
          return accepted;
        };
    ExecutorService pool = Executors.newFixedThreadPool(senders);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        tasks.add(sender);
      }
      int accepted = 0;
      for (Future<Integer> done : pool.invokeAll(tasks)) {
        accepted += done.get();
      }
      return accepted;
    } finally {
      pool.shutdownNow();
    }
  }

  private static int one(Letter letter) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Kadam.app() + "/api/events"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .headers(letter.headers())
            .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    int accepted = answer.body().split("\"accepted\"", -1).length - 1;
    if (answer.statusCode() != 200 || accepted != letter.events()) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return accepted;
  }
}
