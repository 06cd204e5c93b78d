/** Codes that a phone's camera reads, drawn as squares. */
package org.kadam.document.code;
