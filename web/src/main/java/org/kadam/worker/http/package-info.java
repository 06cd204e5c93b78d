/** The doors of the people on the roster: who I am, imports, accounts, first PINs. */
package org.kadam.worker.http;
