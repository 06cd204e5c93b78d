import { isDeepStrictEqual } from 'node:util';
import type { History } from './history';
import type { Done, Learner } from './learner';
import type { Kadam, Progress, Row } from './server';

const patience = 30_000;

/** What is wrong after a history, a line each; nothing if every event is there once and progress is the model's. */
export async function judge(history: History, kadam: Kadam): Promise<string[]> {
  const faults: string[] = [];
  const { events, quarantined } = await kadam.seen(history.phone.devices);
  const saved = history.done.filter((d) => d.state === 'saved');
  if (history.left > 0) faults.push(`${history.left} still wait on the phone`);
  for (const reason of quarantined) faults.push(`quarantined: ${reason}`);
  for (const deed of saved) faults.push(...wrong(deed, events.filter((e) => e.body['n'] === deed.n)));
  const expected = new Set(saved.map((d) => d.n));
  for (const event of events) {
    if (!expected.has(event.body['n'] as number)) faults.push(`${event.body['n']} is there, and she was told that it is not kept`);
  }
  for (const device of history.phone.devices) faults.push(...misnumbered(events.filter((e) => e.device === device)));
  for (const learner of history.learners) faults.push(...(await unlike(learner, saved, kadam)));
  return faults;
}

function wrong(deed: Done, rows: Row[]): string[] {
  const [row] = rows;
  if (!row) return [`${deed.n} is lost`];
  if (rows.length > 1) return [`${deed.n} is there ${rows.length} times`];
  const said: [string, unknown, unknown][] = [
    ['worker', row.worker, deed.worker],
    ['type', row.type, deed.type],
    ['time', Date.parse(row.at), Date.parse(deed.at)],
    ['content', row.contentHash, deed.hash],
    ['body', row.body, deed.body],
  ];
  return said
    .filter(([, is, must]) => !isDeepStrictEqual(is, must))
    .map(([what, is, must]) => `${deed.n} has the ${what} ${JSON.stringify(is)} instead of ${JSON.stringify(must)}`);
}

/** A phone counts what was done on it from 1, without a gap. */
function misnumbered(events: Row[]): string[] {
  const numbers = events.map((e) => e.seq).sort((a, b) => a - b);
  return numbers.every((seq, i) => seq === i + 1) ? [] : [`numbered ${numbers.join(' ')}`];
}

/** Compares progress with the model's; the server makes it a moment after it has the events. */
async function unlike(learner: Learner, saved: Done[], kadam: Kadam): Promise<string[]> {
  const must = modelled(learner, saved);
  const end = Date.now() + patience;
  for (;;) {
    const is = told(learner, saved, await kadam.get<Progress>(learner.code, '/api/me/progress'));
    if (isDeepStrictEqual(is, must)) return [];
    if (Date.now() > end) return [`${learner.code} has ${JSON.stringify(is)} instead of ${JSON.stringify(must)}`];
    await new Promise((go) => setTimeout(go, 250));
  }
}

interface Learned {
  modules: Record<string, { cards: number; finished: boolean }>;
  attempt: { answered: number; finished: boolean } | null;
}

function modelled(learner: Learner, saved: Done[]): Learned {
  const hers = saved.filter((d) => d.worker === learner.id);
  const modules: Learned['modules'] = {};
  for (const module of modulesOf(hers)) {
    const within = hers.filter((d) => d.body['module'] === module);
    modules[module] = {
      cards: new Set(within.filter((d) => d.type === 'card.done').map((d) => d.body['card'])).size,
      finished: within.some((d) => d.type === 'module.finished'),
    };
  }
  const taken = hers.filter((d) => d.body['attempt'] === learner.attempt);
  const answered = taken.filter((d) => d.type === 'item.answered').length;
  return { modules, attempt: taken.length > 0 ? { answered, finished: taken.some((d) => d.type === 'attempt.finished') } : null };
}

function told(learner: Learner, saved: Done[], progress: Progress): Learned {
  const names = modulesOf(saved.filter((d) => d.worker === learner.id));
  const attempt = progress.attempts.find((a) => a.attempt === learner.attempt);
  return {
    modules: Object.fromEntries(
      progress.modules
        .filter((m) => names.has(m.module))
        .map((m) => [m.module, { cards: m.cards, finished: !!m.finishedAt }]),
    ),
    attempt: attempt ? { answered: attempt.answered, finished: attempt.finished } : null,
  };
}

const modulesOf = (deeds: Done[]) => new Set(deeds.flatMap((d) => (d.body['module'] ? [d.body['module'] as string] : [])));
