import { roles } from '../shared/roles';
import { me } from '../shell/who';
import { catalogue } from './catalogue';
import { ahead, audiences, following, path, shelf, type Learner, type Step } from './path';
import { begun, finishedAt } from './places';
import { askedThisWeek, questions, type Question } from './questions';
import { monday } from './sparing';

export { nameOf } from './path';

const learner = (): Learner => ({
  courses: catalogue.value?.courses ?? [],
  core: catalogue.value?.core ?? [],
  who: audiences(roles(), me.value?.cadre ?? ''),
  begun,
  finished: (course, module) => !!finishedAt(course, module),
});

export const core = (): Step[] => path(learner());
export const onShelf = (): ReturnType<typeof shelf> => shelf(learner());
export const stepsToGo = (advised: string[] = []): Step[] => ahead(learner(), advised);
export const after = (course: string, module: string): Step | undefined => following(learner(), course, module);

/** Minutes of what was finished since Monday, here or on another phone, and of small questions answered here. */
export function minutesThisWeek(now = new Date()): number {
  const since = monday(now);
  return (catalogue.value?.courses ?? [])
    .flatMap((c) => c.modules.map((m) => ({ minutes: m.minutes, at: finishedAt(c.id, m.id) })))
    .filter(({ at }) => at && new Date(at) >= since)
    .reduce((sum, { minutes }) => sum + minutes, askedThisWeek(now));
}

/** The small questions that may come again now. */
export const questionsNow = (now = new Date()): Question[] => questions(now, minutesThisWeek(now));
