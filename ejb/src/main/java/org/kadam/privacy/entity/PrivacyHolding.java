package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.control.Purposes;

/** What this component itself keeps: her consents, who looked at her, and what she asked for. */
@ApplicationScoped
public class PrivacyHolding implements Holding {

  private static final int LOOKS = 100_000;

  @Inject private Consents consents;
  @Inject private Looks looks;
  @Inject private Requests requests;

  @Override
  public String name() {
    return "privacy";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of(
        "consent", List.of("worker_id"),
        "look", List.of("worker_id", "viewer_id"),
        "request", List.of("worker_id", "answered_by"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(
        new Kept(
            "consents",
            "consents",
            "you",
            consents.all(worker).stream().map(PrivacyHolding::consent).toList()),
        new Kept(
            "looks",
            "looks",
            "server",
            looks.at(worker, Long.MAX_VALUE, LOOKS).stream().map(PrivacyHolding::look).toList()),
        new Kept(
            "requests",
            "requests",
            "you",
            requests.of(worker).stream().map(this::request).toList()));
  }

  private static JsonObject consent(Consents.Said said) {
    return Json.createObjectBuilder()
        .add("purpose", said.purpose())
        .add("version", said.version())
        .add("given", said.given())
        .add("saidAt", said.saidAt().toString())
        .build();
  }

  private static JsonObject look(Looks.Look look) {
    return Json.createObjectBuilder()
        .add("day", look.day().toString())
        .add("role", look.role())
        .add("why", look.why())
        .build();
  }

  private JsonObject request(Request request) {
    var json =
        Json.createObjectBuilder()
            .add("kind", request.kind())
            .add("state", request.state())
            .add("askedAt", request.askedAt().toString())
            .add("dueOn", request.dueOn().toString());
    String text = requests.text(request);
    if (text != null) {
      json.add("text", text);
    }
    String answer = requests.answer(request);
    if (answer != null) {
      json.add("answer", answer);
    }
    return json.build();
  }

  @Override
  public void erase(UUID worker) {
    consents.erase(worker);
    looks.erase(worker);
    requests.erase(worker);
  }

  @Override
  public Map<String, Expired> expire(Instant now) {
    Instant looked = Purposes.shipped().named("looks").limit(now).orElseThrow();
    Instant answered = Purposes.shipped().named("requests").limit(now).orElseThrow();
    return Map.of(
        "looks",
        new Expired(looked, looks.forgetBefore(LocalDate.ofInstant(looked, ZoneOffset.UTC))),
        "requests",
        new Expired(answered, requests.forgetAnsweredBefore(answered)));
  }
}
