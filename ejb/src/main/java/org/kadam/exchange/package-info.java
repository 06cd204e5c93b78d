/**
 * Files and systems outside. Knocks at the doors of the other components; none of them knows it.
 *
 * <p>So far: the past of the demo districts ({@link org.kadam.exchange.boundary.ReplayHistory}),
 * which comes as a table and goes into the ledger as if phones had sent it.
 */
package org.kadam.exchange;
