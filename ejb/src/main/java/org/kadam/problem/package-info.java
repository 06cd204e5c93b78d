/**
 * What can go wrong, named. Way in: throw a {@link org.kadam.problem.Problem} from anywhere; the
 * doors turn it into RFC 9457 {@code application/problem+json}. Nothing here knows of HTTP beyond a
 * status.
 */
package org.kadam.problem;
