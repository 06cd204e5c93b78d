/**
 * Proof that nothing is lost, doubled or misattributed: random histories of phones against the real
 * server, and processes killed under load. See docs/faults.md.
 */
package org.kadam.faults;
