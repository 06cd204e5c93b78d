/**
 * How much comes in, and what it costs: by command only, never with the other tests. See {@code
 * docs/performance.md}.
 */
package org.kadam.load;
