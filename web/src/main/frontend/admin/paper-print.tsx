import type { VNode } from 'preact';
import { Frame, Icon, Note, say, t, to, useEffect, useState } from '../shared/kit';
import { find, pages, who, type Problem, type Trouble, type Worker } from './account-asked';
import { Wrong } from './account-parts';
import { useTold } from './paper-asked';
import { Said } from './paper-parts';

type Texts = Record<'en' | 'hi' | 'lo', string>;
interface Offered {
  courses: { id: string; title: Texts; modules: { id: string; title: Texts }[] }[];
  assessment: { id: string; title: Texts } | null;
}
interface Choice {
  kind: 'form' | 'module';
  name: string;
  title: Texts;
}
interface Made {
  href: string;
  code: string;
}

/** Questions for one worker to answer on paper: the helper chooses which, and gets the pages. */
export function Print({ id }: { id: string }): VNode {
  const [worker, setWorker] = useState<Worker>();
  const [trouble, setTrouble] = useState<Trouble>('');
  const [made, setMade] = useState<Made>();
  useEffect(() => {
    find(id).then(
      (her) => {
        setWorker(her);
        setTrouble(her?.name && her.active ? '' : 'admin.account.refused');
      },
      () => setTrouble('admin.account.unreachable'),
    );
  }, [id]);
  useEffect(() => () => made && URL.revokeObjectURL(made.href), [made]);
  return (
    <Frame title={t('admin.paper')} back={to('slips', id)}>
      <Wrong trouble={trouble} />
      {worker && !trouble && (
        <>
          <p>
            <b>{who(worker)}</b>
          </p>
          {!made && <Choose worker={worker} then={setMade} />}
        </>
      )}
      <div role="status">{made && <Ready made={made} again={() => setMade(undefined)} />}</div>
    </Frame>
  );
}

function Choose({ worker, then }: { worker: Worker; then: (made: Made) => void }): VNode {
  const [{ data, problem }, again] = useTold<Offered>('/api/courses');
  const [chosen, choose] = useState<Choice>();
  const [making, setMaking] = useState(false);
  const [refused, refuse] = useState<Problem>();
  const make = async (e: Event) => {
    e.preventDefault();
    if (!chosen) return;
    setMaking(true);
    refuse(undefined);
    const { href, code, problem: wrong } = await pages('/api/sheets', { worker: worker.id, kind: chosen.kind, name: chosen.name });
    setMaking(false);
    refuse(wrong);
    if (href) then({ href, code: code ?? '' });
  };
  const groups: [string, Choice[]][] = data
    ? [
        [t('admin.paper.assessment'), data.assessment ? [{ kind: 'form', name: data.assessment.id, title: data.assessment.title }] : []],
        ...data.courses.map(({ id, title, modules }): [string, Choice[]] => [
          say(title),
          modules.map((module) => ({ kind: 'module', name: `${id}/${module.id}`, title: module.title })),
        ]),
      ]
    : [];
  return (
    <form class="stack" onSubmit={(e) => void make(e)}>
      <p>{t('admin.paper.what')}</p>
      <Said problem={problem} />
      {problem && (
        <button type="button" class="btn out" onClick={again}>
          {t('admin.roster.again')}
        </button>
      )}
      {!data && !problem && <p role="status">{t('admin.roster.loading')}</p>}
      {groups
        .filter(([, some]) => some.length)
        .map(([title, some]) => (
          <fieldset>
            <legend>{title}</legend>
            {some.map((each) => (
              <label class="choice">
                <input type="radio" name="paper" required checked={chosen?.name === each.name} onChange={() => choose(each)} />
                <span>{say(each.title)}</span>
              </label>
            ))}
          </fieldset>
        ))}
      <Said problem={refused} />
      <div role="status">
        {making && (
          <label>
            {t('admin.paper.making')}
            <progress />
          </label>
        )}
      </div>
      {data && (
        <button class="btn" disabled={making || !chosen}>
          {t('admin.paper.make')}
        </button>
      )}
    </form>
  );
}

const Ready = ({ made: { href, code }, again }: { made: Made; again: () => void }): VNode => (
  <section class="stack">
    <h2>{t('admin.paper.ready')}</h2>
    <p>{t('admin.paper.code')}</p>
    <p class="sheet-code num">{code}</p>
    <a class="btn" href={href} download={`kadam-${code}.pdf`}>
      <Icon name="down" />
      {t('admin.slips.get')}
    </a>
    <Note icon="look">{t('admin.paper.after')}</Note>
    <a class="btn out" href={to('sheet')}>
      {t('admin.sheet')}
    </a>
    <button class="btn out" onClick={again}>
      {t('admin.paper.again')}
    </button>
  </section>
);
