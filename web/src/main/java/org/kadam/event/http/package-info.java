/** The door to the ledger: phones register their keys and send what was done on them. */
package org.kadam.event.http;
