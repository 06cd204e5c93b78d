/**
 * Files and systems outside. Knocks at the doors of the other components; none of them knows it.
 *
 * <p>So far: the past of the demo districts ({@link org.kadam.exchange.boundary.ReplayHistory}),
 * which comes as a table, and the answers on sheets of paper ({@link
 * org.kadam.exchange.boundary.PrintSheet}, {@link org.kadam.exchange.boundary.EnterSheet}). Both go
 * into the ledger as if phones had sent them.
 */
package org.kadam.exchange;
