package org.kadam.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kadam.access.Roll.Allowed;
import org.kadam.access.Roll.Person;
import org.kadam.it.Caller;

/** Finds in an answer whoever and whatever must not be there. */
final class Leaks {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z0-9]+(?:-[A-Z0-9]+)+\\b");

  private final Roll roll;

  Leaks(Roll roll) {
    this.roll = roll;
  }

  /** What is in an answer and should not be; told by code, for the reader of the failure. */
  Set<String> in(Caller.Answer answer, Allowed allowed) {
    if (allowed.all()) {
      return Set.of();
    }
    String text = text(answer);
    Set<String> found = new TreeSet<>();
    Set<String> tokens = new HashSet<>();
    for (Pattern pattern : List.of(ID, CODE)) {
      Matcher token = pattern.matcher(text);
      while (token.find()) {
        tokens.add(token.group());
      }
    }
    Set<String> names = new HashSet<>();
    for (Person person : roll.people()) {
      if (allowed.named().contains(person.id())) {
        names.add(roll.told(person).name());
      }
    }
    // A name may be a piece of another: ພອນ of ຄຳພອນ.
    String rest = text;
    for (String name : names) {
      rest = name.isEmpty() ? rest : rest.replace(name, "·");
    }
    for (Person person : roll.people()) {
      if (!allowed.people().contains(person.id())
          && (tokens.contains(person.id()) || tokens.contains(person.code()))) {
        found.add("worker " + person.code());
      }
      Names.Told told = roll.told(person);
      if (!allowed.named().contains(person.id())
          && (!told.name().isEmpty() && !names.contains(told.name()) && rest.contains(told.name())
              || !told.phone().isEmpty() && text.contains(told.phone().substring(1)))) {
        found.add("name or phone of " + person.code());
      }
    }
    for (String place : roll.places()) {
      if (tokens.contains(place) && !allowed.places().contains(place)) {
        found.add("place " + place);
      }
    }
    return found;
  }

  private static String text(Caller.Answer answer) {
    if (!answer.headers().getOrDefault("content-type", "").startsWith("application/pdf")) {
      return answer.text();
    }
    try {
      Path pdf = Files.createTempFile("answer", ".pdf");
      Files.write(pdf, answer.body());
      Process words =
          new ProcessBuilder("pdftotext", "-raw", pdf.toString(), "-")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text =
          new String(
              words.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      Files.delete(pdf);
      if (text.isBlank()) {
        throw new IllegalStateException("The pages could not be read");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
