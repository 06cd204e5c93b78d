/**
 * One spelling and one name for JSON content, and reading such as came from outside. Way in: {@link
 * org.kadam.json.CanonicalJson}, {@link org.kadam.json.StrictJson}.
 */
package org.kadam.json;
