/**
 * How much anybody may ask of us, and in what size. In comes every request before a resource sees
 * it; what is let through is bounded in number, bytes, depth and time. What is not is told so as a
 * problem.
 */
package org.kadam.limit.http;
