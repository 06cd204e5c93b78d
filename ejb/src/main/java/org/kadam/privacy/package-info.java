/**
 * What is kept about people, why, for how long, who looked at it, and how it goes away. Components
 * that hold personal data hand in a holding; this one knows none of them. Out go what is kept about
 * one person, the record of who looked, and erasures that are remembered by id alone, so that
 * neither a rebuild nor a restored backup undoes them.
 */
package org.kadam.privacy;
