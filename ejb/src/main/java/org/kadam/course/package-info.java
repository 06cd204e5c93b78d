/**
 * Courses: what is taught, as content that people write and packages that phones fetch.
 *
 * <p>Comes in: YAML and pictures ({@link org.kadam.course.control.ContentFiles}), checked whole
 * ({@link org.kadam.course.control.CourseCheck}; each kind of card in {@code cardtype}). Goes out:
 * immutable parts named by their hash ({@link org.kadam.course.entity.Packages}), the structure of
 * a module once and its text for each language. What was published is sound: it may be read without
 * asking again.
 */
package org.kadam.course;
