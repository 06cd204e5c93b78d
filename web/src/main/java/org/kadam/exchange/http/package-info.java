/** The doors of files and systems outside: sheets of paper with questions. */
package org.kadam.exchange.http;
