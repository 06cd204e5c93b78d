import { me } from '../shell/session';

/** What the one who is known here may do; everybody may learn. */
export function roles(): { learner: boolean; helper: boolean; officer: boolean } {
  const has = (role: string) => me.value?.roles.includes(role) ?? false;
  return { learner: has('worker') || has('helper'), helper: has('helper'), officer: has('officer') };
}
