package org.kadam.request.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** One binding for all requests: to make one costs as much as a small answer itself. */
@Provider
public class OneJsonb implements ContextResolver<Jsonb> {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public Jsonb getContext(Class<?> type) {
    return JSON;
  }
}
