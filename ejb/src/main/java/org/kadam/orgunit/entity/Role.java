package org.kadam.orgunit.entity;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do; the names are those of the sign-in's roles. Everybody is a worker. */
public enum Role {
  WORKER,
  HELPER,
  TRAINER,
  OFFICER,
  ADMIN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
