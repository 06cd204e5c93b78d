/**
 * What workers have learned. Comes in: events of modules and cards, from the ledger ({@link
 * org.kadam.learning.control.ProgressProjection}). Goes out: who has been reached, and how far each
 * worker is in each module. Everything here can be made anew from the ledger.
 */
package org.kadam.learning;
