import { lang } from './language';
import { route } from './router';
import { own, signOut } from './session';
import { session } from './who';

// what is to be known again after the way through the sign-in page
const kind = 'kadam.signing-in';
const next = 'kadam.next';
const anew = 'kadam.anew';

const take = (name: string): string | null => {
  const value = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return value;
};

/** The worker id of a slip: its code leads to `#/in/<id>`, and the sign-in page then has it filled in. */
const slip = (): string => (route.value[0] === 'in' && route.value[1] ? `&login_hint=${encodeURIComponent(route.value[1])}` : '');

export const signInUrl = (mine = own.value): string => `/sign-in/${mine ? 'own' : 'shared'}?ui_locales=${lang.value}${slip()}`;

/** Goes to sign in. A session of somebody else's is ended first; throws when the server cannot be reached for that. */
export async function goToSignIn(mine = own.value, newStoreOf?: string): Promise<void> {
  sessionStorage.setItem(kind, mine ? 'own' : 'shared');
  if (newStoreOf) sessionStorage.setItem(anew, newStoreOf);
  if (!session.value) return location.assign(signInUrl(mine));
  sessionStorage.setItem(next, signInUrl(mine));
  await signOut();
}

/** After the other's session was ended: on to the sign-in page. */
export function goOn(): boolean {
  const url = take(next);
  if (url) location.replace(url);
  return !!url;
}

/** Somebody has just come back from the sign-in page: on her own phone or not, and whose store is to be made anew. */
export function cameBack(): { own: boolean; anew: string | null } | undefined {
  const mine = take(kind);
  return mine ? { own: mine === 'own', anew: take(anew) } : undefined;
}
