import { me } from '../shell/session';

interface Roles {
  /** Gets offers of help herself. */
  learner: boolean;
  helper: boolean;
  officer: boolean;
  /** Comes for the figures first: an officer who is no worker. */
  desk: boolean;
}

/** What the one who is known here may do; everybody may learn. */
export function roles(): Roles {
  const has = (role: string) => me.value?.roles.includes(role) ?? false;
  const learner = has('worker') || has('helper');
  return { learner, helper: has('helper'), officer: has('officer'), desk: has('officer') && !learner };
}
