package org.kadam.assessment.control;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/** When it is night where people are. */
public final class Nights {

  private static final int FROM = 2;
  private static final int TO = 4;

  private Nights() {}

  /** Whether it is between two and four at night in one of these zones. */
  public static boolean in(Collection<String> zones, Instant now) {
    return zones.stream()
        .mapToInt(zone -> now.atZone(ZoneId.of(zone)).getHour())
        .anyMatch(hour -> hour >= FROM && hour < TO);
  }
}
