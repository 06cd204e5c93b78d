/** The door to courses: what there is, and the parts that phones fetch. */
package org.kadam.course.http;
