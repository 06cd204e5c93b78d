/**
 * What Keycloak needs to know about a worker who signs in: she types her worker id or her phone
 * number, and a PIN of six digits, in whatever digits her keyboard has.
 *
 * <p>The way in: {@link org.kadam.signin.SignInForm} (the sign-in page's form), {@link
 * org.kadam.signin.ChoosePin} (the page on which she chooses her own PIN) and {@link
 * org.kadam.signin.GuessablePinPolicy} (which PINs are refused). Comes in: what was typed. Goes
 * out: one Keycloak user, or a message that says nothing about who exists. The words and the looks
 * are in {@code src/main/theme}, the realm is in {@code src/main/realm}.
 */
package org.kadam.signin;
