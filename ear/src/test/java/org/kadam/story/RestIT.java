package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.story.Shelf.Card;

/** A sitting lasts eight minutes at most: who takes longer over a task has fewer of them in it. */
@ExtendWith(Chromium.class)
class RestIT {

  private static final String WHO = "KNT-040";
  private static final Words EN = Words.of("en");

  private static final String TOLD =
      """
      select (select string_agg(key, ',' order by key) from jsonb_object_keys(body) key)
      from event where type = 'item.answered'
      and worker_id = (select id from worker where code = ?)
      order by seq desc
      """;

  /** The phone was in her hand, or in her bag, for so much longer than the test takes. */
  private static final String LONGER =
      """
      ([minutes, inHand]) => {
        const front = (yes) => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => !yes });
          document.dispatchEvent(new Event('visibilitychange'));
        };
        const clock = performance.now.bind(performance);
        if (!inHand) front(false);
        performance.now = () => clock() + minutes * 60000;
        if (!inHand) front(true);
      }
      """;

  private static void passes(Handset phone, int minutes, boolean inHand) {
    phone.page().evaluate(LONGER, new Object[] {minutes, inHand});
  }

  @Test
  @DisplayName("After eight minutes a rest is offered, nothing is lost, and nobody is told")
  void rest() throws SQLException {
    Anew.begin(WHO);
    Shelf shelf = Shelf.of(Caller.as(WHO), "en");
    Map<String, Card> tasks = shelf.tasks();
    try (Handset phone = Handset.phone("en").open()) {
      phone.at("main button[lang='en']").click();
      phone.signIn(WHO);
      phone.go("#/assessment");
      assertThat(phone.at("main")).containsText(EN.t("assessment.how", "n", 8));
      Player player = new Player(phone, shelf, EN);
      player.button("assessment.yes").click();
      player.practise();

      player.task();
      passes(phone, 60, false);
      assertEquals(2, player.sitting(tasks, Set.of(), 2).size(), "a phone put away is no sitting");
      passes(phone, 6, true);
      String last = player.task();
      assertEquals(1, player.sitting(tasks, Set.of(), 7).size(), "another would take too long");
      assertTrue(phone.page().url().endsWith("#/assessment/rest"), phone.page().url());
      assertThat(phone.at("main .note").first()).hasText(EN.t("assessment.rest"));
      phone.picture("30-rest");

      player.button("go-on").click();
      String next = player.task();
      assertTrue(!next.equals(last), next);
      assertEquals(4, player.sitting(tasks, Set.of(), 7).size(), "the rest of the first sitting");
      assertThat(player.button("assessment.next-sitting")).isVisible();
      told(phone, 7);
    }
  }

  /** What is told of each task is what she did, not how long it took. */
  private static void told(Handset phone, int tasks) throws SQLException {
    phone.page().waitForCondition(() -> phone.deeds().isEmpty());
    try (Connection database = Kadam.database();
        PreparedStatement answers = database.prepareStatement(TOLD)) {
      answers.setString(1, WHO);
      ResultSet found = answers.executeQuery();
      for (int i = 0; i < tasks; i++) {
        assertTrue(found.next());
        assertEquals("attempt,form,helped,item,response,sitting", found.getString(1));
      }
    }
  }
}
