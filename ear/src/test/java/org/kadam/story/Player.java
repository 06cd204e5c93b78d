package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kadam.story.Shelf.Card;

/** Does with a phone what a worker does: reads, answers, touches, goes on. */
final class Player {

  static final String COURSE = "whatsapp-at-work";

  private final Handset phone;
  private final Shelf shelf;
  private final Words words;

  Player(Handset phone, Shelf shelf, Words words) {
    this.phone = phone;
    this.shelf = shelf;
    this.words = words;
  }

  Locator button(String key) {
    return phone
        .page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Words.seen(words.t(key))).setExact(true));
  }

  /** Takes the module whose page is open, from its button to the page that says that it is done. */
  void module(String module) {
    module(module, 0);
  }

  /** The same by somebody who looks at what came of it for so many milliseconds. */
  void module(String module, double pace) {
    phone.at(".acts .btn").click();
    for (Card card : shelf.cards(COURSE, module)) {
      await(card);
      answer(card, true);
      phone.page().waitForTimeout(pace);
      next(card);
    }
    assertThat(phone.at("h1")).hasText(words.t("module.end"));
  }

  /** The gestures, before anything counts. */
  void practise() {
    assertThat(phone.at("main h1")).hasText(words.t("practice.title"));
    touch("touch", false);
    touch("hold", true);
    button("next").click();
  }

  /**
   * Takes tasks of the assessment as the phone gives them, doing those right that she can do, until
   * the sitting is over or there have been so many.
   *
   * @return what she was given, in its order
   */
  List<String> sitting(Map<String, Card> tasks, Set<String> can, int most) {
    Locator task = phone.at("[data-item]");
    task.waitFor();
    List<String> given = new ArrayList<>();
    do {
      Card card = tasks.get(task.getAttribute("data-item"));
      await(card);
      answer(card, can.contains(card.id()));
      button("next").click();
      phone
          .page()
          .waitForFunction(
              "was => { const e = document.querySelector('[data-item]');"
                  + " return !e || e.dataset.item !== was }",
              card.id());
      given.add(card.id());
    } while (given.size() < most && task.count() > 0);
    return given;
  }

  /**
   * After a sitting: begins the next one, if there is any.
   *
   * @return whether that was the last
   */
  boolean rested() {
    phone.page().waitForURL(Pattern.compile("#/(assessment/rest|result)$"));
    if (phone.page().url().endsWith("#/result")) {
      return true;
    }
    assertThat(phone.at("main .note").first()).hasText(words.t("assessment.rest"));
    phone.at(".acts .btn").click();
    return false;
  }

  /** The task on the screen. */
  String task() {
    phone.at("[data-item]").waitFor();
    return phone.at("[data-item]").getAttribute("data-item");
  }

  /** Waits until a card is on the screen. */
  void await(Card card) {
    assertThat(phone.at("main h1")).hasText(card.title());
  }

  /** Answers the card on the screen, rightly or not; leaves it as it is afterwards. */
  void answer(Card card, boolean rightly) {
    switch (card.type()) {
      case "story" -> {
        // There is nothing to answer.
      }
      case "choice" -> {
        pick(card, rightly);
        button("answer").click();
        button("next").waitFor();
      }
      case "chat" -> {
        pick(card, rightly);
        button("chat.send").click();
        List<JsonObject> second = card.then(rightly);
        if (!second.isEmpty()) {
          Locator labels = phone.at("label.choice");
          assertThat(labels).hasCount(second.size());
          labels.nth(rightly ? Card.right(second).get(0) : 0).click();
          button("chat.send").click();
        }
        button("next").waitFor();
      }
      case "order" -> {
        List<String> steps = new ArrayList<>(Shelf.strings(card.how().getJsonArray("steps")));
        if (!rightly) {
          Collections.reverse(steps);
        }
        steps.forEach(step -> phone.at(".put[data-id='" + step + "']").click());
        button("answer").click();
        button("next").waitFor();
      }
      case "match" -> {
        String first = card.how().getJsonArray("places").getString(0);
        for (JsonObject thing : card.how().getJsonArray("things").getValuesAs(JsonObject.class)) {
          String place = rightly ? thing.getString("place") : first;
          phone
              .at("[data-id='" + thing.getString("id") + "'] label:has([value='" + place + "'])")
              .click();
        }
        button("answer").click();
        button("next").waitFor();
      }
      case "compose" -> {
        phone.at("label.choice").first().click();
        button("compose.show").click();
        button("next").waitFor();
      }
      case "pledge" -> {
        button(rightly ? "pledge.yes" : "offer.not-now").click();
        button("next").waitFor();
      }
      case "phone" -> {
        if (rightly) {
          card.way().forEach(control -> touch(control, card.held(control)));
        } else {
          giveUp();
        }
        button("next").waitFor();
      }
      default -> throw new IllegalStateException("Nobody knows how to play " + card.type());
    }
  }

  void giveUp() {
    phone.at("main > .btn.bare").click();
  }

  void next(Card card) {
    button("next").click();
    phone
        .page()
        .waitForFunction(
            "was => { const h = document.querySelector('main h1');"
                + " return !h || h.textContent.replace(/\\u200b/g, '').replace(/\\s+/g, ' ').trim()"
                + " !== was }",
            card.title());
  }

  private void pick(Card card, boolean rightly) {
    List<Integer> right = card.right();
    Locator labels = phone.at("label.choice");
    assertThat(labels).hasCount(card.answers());
    if (rightly && card.type().equals("choice")) {
      right.forEach(i -> labels.nth(i).click());
    } else {
      labels.nth(card.picked(rightly)).click();
    }
  }

  /** Touches a control of the simulated phone, or holds it down. */
  void touch(String control, boolean hold) {
    phone
        .at("[data-control='" + control + "']:enabled")
        .click(new Locator.ClickOptions().setDelay(hold ? 800 : 0));
  }
}
