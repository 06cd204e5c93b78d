package org.kadam.privacy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kadam.language.Texts;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.control.People;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** Somebody reads who was shown her name and why: she alone. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ShowLooks {

  private static final int PAGE = 50;

  @Inject private People people;
  @Inject private Looks looks;

  /**
   * A page, the latest first.
   *
   * @param next where the next page begins, or null on the last
   */
  public record Page(List<Shown> looks, String next) {}

  /**
   * Somebody was shown her name.
   *
   * @param name of a helper; null for an office, and for who has been erased
   */
  public record Shown(LocalDate day, String role, Texts as, String name, Texts why) {}

  /**
   * @param after where the page before said that the next begins; null or empty for the first
   */
  public Page page(String after) {
    UUID me = people.asking().id();
    List<Looks.Look> found = looks.at(me, before(after), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Looks.Look> page = more ? found.subList(0, PAGE) : found;
    Map<UUID, String> names =
        people.names(
            page.stream()
                .filter(look -> look.role().equals(Role.HELPER.code()))
                .map(Looks.Look::viewer)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return new Page(
        page.stream().map(look -> shown(look, names)).toList(),
        more ? Long.toString(page.get(PAGE - 1).id()) : null);
  }

  private static long before(String after) {
    try {
      return after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new Problem(Kind.INVALID, "after", "Not a place in this list");
    }
  }

  private static Shown shown(Looks.Look look, Map<UUID, String> names) {
    return new Shown(
        look.day(),
        look.role(),
        Purposes.words().text("role." + look.role()),
        look.viewer() == null ? null : names.get(look.viewer()),
        Purposes.words().text("why." + look.why()));
  }
}
