package org.kadam.problem;

/**
 * The kinds of problem that Kadam names. The type that goes over the wire is {@code
 * urn:kadam:problem:<name>}; screens have a text for each in every language.
 */
public enum Kind {
  INVALID(400, "The request is not as it must be"),
  SIGNED_OUT(401, "Sign in first"),
  FORBIDDEN(403, "Not for this role or place"),
  NOT_FOUND(404, "There is no such thing here"),
  METHOD(405, "This address does not take that method"),
  NOT_ACCEPTABLE(406, "That format is not offered"),
  TOO_SLOW(408, "It took too long to arrive; send it again"),
  CONFLICT(409, "That is no longer possible"),
  TOO_LARGE(413, "Too large; send less at once"),
  TOO_LONG(414, "The address is too long"),
  MEDIA_TYPE(415, "This address does not take that format"),
  FILE(422, "The file has faults; nothing was imported"),
  TOO_MANY(429, "Too many requests; wait a little"),
  HEADERS(431, "The headers are too large"),
  BUSY(503, "Not possible right now; try again later"),
  UNFORESEEN(500, "Something went wrong here");

  private final int status;
  private final String title;

  Kind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The URN of this kind, for RFC 9457's {@code type}. */
  public String urn() {
    return "urn:kadam:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
