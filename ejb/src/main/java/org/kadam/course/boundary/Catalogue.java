package org.kadam.course.boundary;

import java.util.List;
import java.util.Map;
import org.kadam.course.entity.Packages.Part;

/**
 * What can be fetched now: every course with its modules, in the order of the shelf, and the
 * assessment. Titles and summaries are by language tag: every language's, or for who asked for one
 * that one's alone. Parts are always those of every language, since what is begun in one may be
 * finished in another.
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
      String id,
      Map<String, String> title,
      Map<String, String> summary,
      List<String> audience,
      List<Module> modules) {}

  /** A module: its minutes, and what each part of it costs. */
  public record Module(
      String id,
      Map<String, String> title,
      Map<String, String> summary,
      int minutes,
      Part structure,
      Map<String, Part> text) {}

  /**
   * An assessment form.
   *
   * @param plan what phones choose its items by; null where everybody gets the same
   */
  public record Form(
      String id,
      Map<String, String> title,
      int minutes,
      int sittings,
      Part structure,
      Map<String, Part> text,
      Part plan) {}
}
