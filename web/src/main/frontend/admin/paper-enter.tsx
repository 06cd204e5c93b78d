import type { VNode } from 'preact';
import { vault } from '../learn/kit';
import { Frame, Note, date, go, t, tn, to, useState } from '../shared/kit';
import type { Problem } from './account-asked';
import { codeOf, tell, useTold, type Draft, type Entered, type Paper } from './paper-asked';
import { Said } from './paper-parts';
import { Asked } from './paper-question';

const kept = 'sheet';
const begun = (): Draft | undefined => vault().get<Draft>(kept);

/** Which sheet is to be entered, by the code on it. */
export function Which(): VNode {
  const [typed, write] = useState('');
  const [wrong, setWrong] = useState(false);
  const before = begun();
  const open = (e: Event) => {
    e.preventDefault();
    const code = codeOf(typed);
    setWrong(!code);
    if (code) go(to('sheet', code));
    else document.getElementById('code')?.focus();
  };
  return (
    <Frame title={t('admin.sheet')} back={to('slips')}>
      <form class="stack" noValidate onSubmit={open}>
        <p>{t('admin.sheet.what')}</p>
        <div class={wrong ? 'field bad' : 'field'}>
          <label for="code">{t('admin.paper.code')}</label>
          <input
            id="code"
            class="num"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby="code-how code-wrong"
            aria-invalid={wrong}
            value={typed}
            onInput={(e) => write(e.currentTarget.value)}
          />
          <p id="code-how" class="small soft">
            {t('admin.sheet.code.how')}
          </p>
          <p id="code-wrong" role="alert">
            {wrong && t('admin.sheet.code.wrong')}
          </p>
        </div>
        <button class="btn">{t('admin.sheet.open')}</button>
      </form>
      {before && (
        <a class="btn out" href={to('sheet', before.code)}>
          {t('admin.sheet.begun', { code: before.code })}
        </a>
      )}
    </Frame>
  );
}

/** One sheet: whose it is, what she ticked, and what became of it. */
export function Enter({ code }: { code: string }): VNode {
  const path = `/api/sheets/${encodeURIComponent(code)}`;
  const [{ data: paper, problem }, again] = useTold<Paper>(path);
  const [entered, setEntered] = useState<Entered>();
  const before = entered?.already || !!paper?.enteredAt;
  return (
    <Frame title={t('admin.sheet')} back={to('sheet')}>
      <Said problem={problem}>{problem?.kind === 'not-found' ? <p>{t('admin.sheet.none')}</p> : undefined}</Said>
      {problem && problem.kind !== 'not-found' && (
        <button class="btn" onClick={again}>
          {t('admin.roster.again')}
        </button>
      )}
      {!paper && !problem && <p role="status">{t('admin.roster.loading')}</p>}
      {paper && (
        <section class="card">
          <h2 lang={paper.language}>{paper.title}</h2>
          <p>
            <b>
              {paper.worker.name} · {paper.worker.code}
            </b>
          </p>
          <p class="num">{paper.code}</p>
        </section>
      )}
      <div role="status" class="stack">
        {paper && before && (
          <>
            <h2>{t('admin.sheet.before')}</h2>
            <p>
              {paper.enteredAt && `${t('admin.sheet.before.on', { date: date(paper.enteredAt) })} `}
              {t('admin.sheet.before.same')}
            </p>
          </>
        )}
        {paper && entered && !before && (
          <>
            <h2>{tn('admin.sheet.taken', entered.answers)}</h2>
            <p>{t('admin.sheet.hers')}</p>
          </>
        )}
      </div>
      {paper && !before && !entered && <Fill {...{ paper, path }} then={setEntered} />}
      {(entered || before || problem) && (
        <a class="btn out" href={to('sheet')}>
          {t('admin.sheet.another')}
        </a>
      )}
    </Frame>
  );
}

function Fill({ paper, path, then }: { paper: Paper; path: string; then: (entered: Entered) => void }): VNode {
  const [draft, set] = useState<Draft>(() => {
    const before = begun();
    const on = paper.madeOn === paper.today ? paper.today : '';
    return before?.code === paper.code ? before : { code: paper.code, on, answers: {}, helped: [] };
  });
  const [wrong, setWrong] = useState<'' | 'on' | 'answers'>('');
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const n = Object.keys(draft.answers).length;
  // what she typed outlives a lost network, a locked phone and a new sign-in
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    set(next);
    setWrong('');
    void vault().put(kept, next).catch(() => undefined);
  };
  const day = () => {
    setWrong('on');
    document.getElementById('on')?.focus();
  };
  const send = async (e: Event) => {
    e.preventDefault();
    setProblem(undefined);
    if (!draft.on || draft.on < paper.madeOn || draft.on > paper.today) return day();
    if (!n) return setWrong('answers');
    setSending(true);
    const { on, answers, helped } = draft;
    const told = await tell<Entered>(`${path}/answers`, { on, answers, helped: helped.filter((id) => answers[id]) });
    setSending(false);
    setProblem(told.problem);
    if (told.problem?.field === 'on') day();
    if (!told.data) return;
    await vault().remove(kept).catch(() => undefined);
    then(told.data);
  };
  return (
    <form class="stack" noValidate onSubmit={(e) => void send(e)}>
      <div class={wrong === 'on' ? 'field bad' : 'field'}>
        <label for="on">{t('admin.sheet.on')}</label>
        <input
          id="on"
          type="date"
          min={paper.madeOn}
          max={paper.today}
          aria-describedby="on-how on-wrong"
          aria-invalid={wrong === 'on'}
          value={draft.on}
          onInput={(e) => change({ on: e.currentTarget.value })}
        />
        <p id="on-how" class="small soft">
          {t('admin.sheet.on.how', { from: date(paper.madeOn), to: date(paper.today) })}
        </p>
        <p id="on-wrong" role="alert">
          {wrong === 'on' && t('admin.sheet.on.wrong')}
        </p>
      </div>
      {paper.questions.map((question, i) => (
        <Asked
          {...{ question, number: i + 1, language: paper.language }}
          chosen={draft.answers[question.id] ?? []}
          helped={draft.helped.includes(question.id)}
          choose={(ids) => {
            const { [question.id]: _, ...others } = draft.answers;
            change({ answers: ids.length ? { ...others, [question.id]: ids } : others });
          }}
          help={(yes) => change({ helped: [...draft.helped.filter((id) => id !== question.id), ...(yes ? [question.id] : [])] })}
        />
      ))}
      <Note icon="eye">{t('admin.sheet.once')}</Note>
      <Said problem={problem} />
      {problem && <p>{t('admin.sheet.kept')}</p>}
      <p role="alert">{wrong === 'answers' && t('admin.sheet.nothing')}</p>
      <p role="status">{sending && t('admin.sheet.sending')}</p>
      <button class="btn" disabled={sending}>
        {tn('admin.sheet.send', n)}
      </button>
    </form>
  );
}
