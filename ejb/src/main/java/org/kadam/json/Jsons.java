package org.kadam.json;

import jakarta.json.spi.JsonProvider;

/**
 * The server's JSON provider, looked up once: {@code jakarta.json.Json} looks for it anew at every
 * call, which costs more than a small object itself.
 */
public final class Jsons {

  public static final JsonProvider JSON = JsonProvider.provider();

  private Jsons() {}
}
