/** The doors to certificates: her own, and the public page on which one is checked. */
package org.kadam.credential.http;
