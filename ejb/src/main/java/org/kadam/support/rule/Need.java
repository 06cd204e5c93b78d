package org.kadam.support.rule;

import java.util.Locale;

/** What somebody may need: a device, which facts tell, or practice, which observed tasks tell. */
public enum Need {
  DEVICE,
  SKILL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
