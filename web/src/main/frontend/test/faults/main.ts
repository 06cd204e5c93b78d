import { parseArgs } from 'node:util';
import { Chance } from './chance';
import { History } from './history';
import { Learner, type Form } from './learner';
import type { Release } from './phone';
import { Kadam, type Progress } from './server';
import { judge } from './verdict';

/** Runs histories by the seeds first, first + 1, … and says which went wrong; 0 if none did. */
export async function main(args: string[], releases: Release[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      app: { type: 'string', default: 'http://localhost:8080' },
      keycloak: { type: 'string', default: 'http://localhost:8180' },
      glass: { type: 'string', default: '' },
      workers: { type: 'string', default: 'KNT-017,HXY-005,MZF-T1,KNT-F2' },
      pin: { type: 'string', default: '258036' },
      first: { type: 'string', default: '1' },
      count: { type: 'string', default: '25' },
      'until-fault': { type: 'boolean', default: false },
    },
  });
  process.on('unhandledRejection', (e: Error) => {
    // what a page leaves unhandled, a browser passes over too; so it does a question to a disk that has given up
    if (!e.stack?.includes('eval at Page') && e.name !== 'AbortError') throw e;
  });
  const kadam = new Kadam(values.app, values.keycloak, values.glass, values.pin);
  const run = Date.now().toString(36);
  const form = await publishedForm(kadam, values.workers.split(',')[0]!);
  const workers = await Promise.all(
    values.workers.split(',').map(async (code) => ({ code, id: (await kadam.get<{ id: string }>(code, '/api/me')).id })),
  );
  const received = () => Promise.all(workers.map(async (w) => (await kadam.get<Progress>(w.code, '/api/me/progress')).events));
  const before = await received();
  const sums: Record<string, number> = {};
  const mine = new Map<string, number>();
  const failed: number[] = [];
  const first = Number(values.first);
  let next = first;

  const one = async () => {
    while (next < first + Number(values.count) && !(values['until-fault'] && failed.length > 0)) {
      const seed = next++;
      const chance = new Chance(seed + 0x5eed);
      const who = [...workers].sort(() => chance.next() - 0.5).slice(0, 1 + chance.below(3));
      const learners = who.map(({ code, id }, i) => new Learner(code, id, `f${run}-${seed}-${i}`, form, chance));
      const history = new History(seed, kadam, learners, releases);
      let faults: string[];
      try {
        await history.run();
        faults = await judge(history, kadam);
      } catch (e) {
        faults = [String((e as Error).stack)];
      }
      for (const [what, n] of Object.entries(history.counts)) sums[what] = (sums[what] ?? 0) + n;
      for (const d of history.done) if (d.state === 'saved') mine.set(d.worker, (mine.get(d.worker) ?? 0) + 1);
      if (faults.length > 0) {
        failed.push(seed);
        console.log(`\nHISTORY ${seed}\n${history.log.map((l) => `  ${l}`).join('\n')}\nFAULTS of history ${seed}\n  ${faults.join('\n  ')}\n`);
      }
    }
  };
  await Promise.all([one(), one(), one(), one()]);

  const after = await received();
  workers.forEach(({ code, id }, i) => {
    const more = after[i]! - before[i]!;
    if (more !== (mine.get(id) ?? 0)) {
      console.log(`${code}: ${more} more events were received than before, ${mine.get(id) ?? 0} were done`);
      failed.push(0);
    }
  });
  console.log(`${next - first} histories from seed ${first}, ${kadam.requests} requests`);
  for (const [what, n] of Object.entries(sums).sort()) console.log(`  ${String(n).padStart(8)}  ${what}`);
  console.log(failed.length === 0 ? 'Every event is there once.' : `Failed: ${failed.join(' ')}`);
  return failed.length === 0 ? 0 : 1;
}

/** Of the assessment as published fifteen items, as many as a worker does, with an answer of one choice or none to each. */
async function publishedForm(kadam: Kadam, code: string): Promise<Form> {
  type Catalogue = { assessment: { id: string; structure: { hash: string } } };
  type Structure = { items: Record<string, { type: string; answers?: { id: string }[] }> };
  const { assessment } = await kadam.get<Catalogue>(code, '/api/courses');
  const { items } = await kadam.get<Structure>(code, `/api/packages/${assessment.structure.hash}`);
  const answer = (item: Structure['items'][string]) =>
    item.type === 'choice' ? { answers: [item.answers![0]!.id] } : item.type === 'chat' ? { answer: item.answers![0]!.id } : { path: [], hints: 0, gaveUp: true };
  return {
    id: assessment.id,
    hash: assessment.structure.hash,
    items: Object.entries(items)
      .filter(([, { type }]) => ['choice', 'chat', 'phone'].includes(type))
      .slice(0, 15)
      .map(([id, item]) => ({ id, response: answer(item) })),
  };
}
