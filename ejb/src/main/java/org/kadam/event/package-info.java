/**
 * The ledger of what phones send, and the phones' keys.
 *
 * <p>Comes in: batches of events, each sealed by the key of a worker on a phone, or signed by it
 * together, or sent by the worker who is signed in. Each event is answered apart: accepted, known,
 * or quarantined with a reason; none is thrown away, none is changed later but by erasure. An
 * administrator lets what is quarantined come in again where the reason is gone.
 *
 * <p>Goes out: the events in one order and in the words of today, to each {@link
 * org.kadam.event.control.Projection}. The envelope of what comes out may be trusted; the body is
 * what a phone said.
 */
package org.kadam.event;
