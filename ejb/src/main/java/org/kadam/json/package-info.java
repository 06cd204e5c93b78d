/** One spelling and one name for JSON content. Way in: {@link org.kadam.json.CanonicalJson}. */
package org.kadam.json;
