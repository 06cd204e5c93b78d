package org.kadam.assessment.itemtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemTypesTest {

  @Test
  void every_type_is_there_and_only_the_phone_is_observed() {
    ItemTypes types = ItemTypes.builtIn();
    for (String name : List.of("choice", "chat", "match", "order", "phone")) {
      assertEquals(name.equals("phone"), types.named(name).orElseThrow().observed());
    }
    assertEquals(Optional.empty(), types.named("guess"));
  }

  @Test
  void two_types_of_one_name_stop_the_start() {
    var problem =
        assertThrows(
            IllegalStateException.class, () -> ItemTypes.of(List.of(new Chat(), new Chat())));
    assertTrue(problem.getMessage().contains("chat"));
  }
}
