/** The doors to what is kept about people: her own, and the administrator's desk. */
package org.kadam.privacy.http;
