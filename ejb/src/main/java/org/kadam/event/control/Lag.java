package org.kadam.event.control;

/**
 * How far a projection is behind the ledger.
 *
 * @param position up to where it has read
 * @param percent how much of the ledger it has read, rounded down; 100 only if all
 * @param events how many events wait; of the next 10,000 batches, if there are more
 * @param seconds how long the first of them has been waiting
 * @param faults how many events it has stepped over since it was last made anew
 */
public record Lag(
    String projection, long position, int percent, long events, long seconds, long faults) {}
