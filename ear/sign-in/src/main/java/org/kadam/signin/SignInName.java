package org.kadam.signin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed where the sign-in page asks who she is: {@code KNT-017}, {@code knt 017}, {@code
 * KNT०१७} and {@code knt–017} are the same worker, {@code 098123 45678} is a phone.
 *
 * @param typed as it came from the form
 */
record SignInName(String typed) {
  SignInName {
    typed = typed == null ? "" : typed.strip();
  }

  boolean isEmpty() {
    return typed.isEmpty();
  }

  /** The worker ids this can mean, as Keycloak stores them (lower case), the likeliest first. */
  List<String> workerIds() {
    String id =
        Digits.western(typed)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\u200b-\\u200f]", "")
            .replaceAll("[\\s\\u00a0\\-‐-―−]+", "-");
    Set<String> ids = new LinkedHashSet<>();
    ids.add(id);
    // The dash is hard to find on many keyboards.
    ids.add(id.replaceFirst("^(\\p{L}+)(\\d+)$", "$1-$2"));
    return List.copyOf(ids);
  }

  /** The phone number in E.164, where this can be one. */
  Optional<String> phone() {
    return PhoneNumber.e164(typed);
  }

  /** One spelling for all ways of typing the same name, to count wrong tries by. */
  String spelling() {
    return phone().orElse(workerIds().get(0));
  }
}
