/**
 * How fast the assessment engine is, each figure beside a straightforward way to the same result in
 * the same run. Way in: {@link org.kadam.assessment.bench.Bench}, by {@code mvn -Pbench}; see
 * docs/performance.md. Needs JMH, which is of tests alone (decision 51).
 */
package org.kadam.assessment.bench;
