package org.kadam.course.boundary;

import java.util.List;
import java.util.Map;
import org.kadam.course.entity.Packages.Part;
import org.kadam.language.Texts;

/**
 * What can be fetched now: every course with its modules, in the order of the shelf, and the
 * assessment.
 *
 * @param core the modules to begin with as {@code course/module}, in their order; null if no path
 *     is given
 * @param assessment null as long as none is published
 */
public record Catalogue(List<Course> courses, List<String> core, Form assessment) {

  /**
   * A course and its modules in their order.
   *
   * @param audience {@code workers}, {@code supervisors}, {@code experts}; null, which costs no
   *     byte, where it is for workers alone
   */
  public record Course(
      String id, Texts title, Texts summary, List<String> audience, List<Module> modules) {}

  /** A module: its minutes, and what each part of it costs; {@code text} by language tag. */
  public record Module(
      String id, Texts title, Texts summary, int minutes, Part structure, Map<String, Part> text) {}

  /**
   * An assessment form.
   *
   * @param plan what phones choose its items by; null where everybody gets the same
   */
  public record Form(
      String id,
      Texts title,
      int minutes,
      int sittings,
      Part structure,
      Map<String, Part> text,
      Part plan) {}
}
