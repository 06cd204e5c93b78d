import { me } from '../shell/who';

interface Roles {
  /** Gets offers of help herself. */
  learner: boolean;
  helper: boolean;
  officer: boolean;
  trainer: boolean;
  admin: boolean;
  /** Comes for the figures first: an officer who is no worker. */
  desk: boolean;
}

/** What the one who is known here may do; everybody may learn. */
export function roles(): Roles {
  const has = (role: string) => me.value?.roles.includes(role) ?? false;
  const learner = has('worker') || has('helper');
  const [helper, officer, trainer, admin] = [has('helper'), has('officer'), has('trainer'), has('admin')];
  return { learner, helper, officer, trainer, admin, desk: officer && !learner };
}
