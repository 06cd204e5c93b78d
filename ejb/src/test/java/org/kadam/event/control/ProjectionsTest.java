package org.kadam.event.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.event.entity.LedgerEvent;

class ProjectionsTest {

  private record Named(String name) implements Projection {
    @Override
    public void apply(List<LedgerEvent> events) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void a_projection_is_found_by_its_name() {
    Projections projections = new Projections(List.of(new Named("a"), new Named("b-c")));
    assertEquals("b-c", projections.named("b-c").orElseThrow().name());
    assertTrue(projections.named("d").isEmpty());
    assertEquals(2, projections.all().size());
  }

  @Test
  void a_name_twice_or_a_name_that_is_no_address_stops_the_start() {
    assertThrows(
        IllegalStateException.class,
        () -> new Projections(List.of(new Named("a"), new Named("a"))));
    assertThrows(IllegalStateException.class, () -> new Projections(List.of(new Named("A/b"))));
  }
}
