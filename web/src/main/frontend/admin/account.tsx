import type { VNode } from 'preact';
import { Frame, Sheet, say, t, to, useEffect, useState } from '../shared/kit';
import { find, send, who, type Trouble, type Worker } from './account-asked';
import { Shown, Wrong, type FirstPin } from './account-parts';
import { openFor } from './helped';

type Question = 'helped' | 'pin' | 'phone' | 'left' | 'back';

/** One worker's way in: a new first PIN, another number, leaving and coming back. */
export function Account({ id }: { id: string }): VNode {
  const [worker, setWorker] = useState<Worker>();
  const [trouble, setTrouble] = useState<Trouble>('');
  const [question, setQuestion] = useState<Question>();
  const [pin, setPin] = useState<FirstPin>();
  const [done, setDone] = useState('');
  const ask = async () => {
    try {
      const her = await find(id);
      setWorker(her);
      setTrouble(her ? '' : 'admin.account.refused');
    } catch {
      setTrouble('admin.account.unreachable');
    }
  };
  useEffect(() => void ask(), [id]);
  const answered = (said: string, made?: FirstPin) => {
    setQuestion(undefined);
    setPin(made);
    setDone(said);
    void ask();
  };
  return (
    <Frame title={worker ? who(worker) : t('admin.account')} back={to('slips')}>
      <Wrong trouble={trouble} />
      <p role="status">{done}</p>
      {pin && <Shown pin={pin} />}
      {worker && (
        <>
          <p class="small soft">
            {say(worker.place.name)}
            {!worker.active && ` · ${t('admin.slips.left')}`}
          </p>
          <ul class="rows">
            {questions(worker).map((each) => (
              <li class="row one">
                <button class="btn out" onClick={() => setQuestion(each)}>
                  {t(`admin.account.${each}`)}
                </button>
              </li>
            ))}
            {worker.active && worker.name && <OnPaper id={worker.id} />}
          </ul>
        </>
      )}
      {question && worker && (
        <Sheet title={t(`admin.account.${question}`)} close={() => setQuestion(undefined)}>
          {question === 'phone' ? <Phone worker={worker} then={answered} /> : <Sure {...{ worker, question }} then={answered} />}
        </Sheet>
      )}
    </Frame>
  );
}

/** By name she is known to her helper, who may lend her device; by her worker id to an administrator, who may not. */
const questions = ({ active, name }: Worker): Question[] =>
  !active ? ['back'] : [...(name ? (['helped'] as const) : []), 'pin', 'phone', 'left'];

const OnPaper = ({ id }: { id: string }): VNode => (
  <>
    <li class="row one">
      <a class="btn out" href={to('slips', id, 'paper')}>
        {t('admin.paper')}
      </a>
    </li>
    <li class="row one">
      <a class="btn out" href={to('sheet')}>
        {t('admin.sheet')}
      </a>
    </li>
  </>
);

type Then = (said: string, pin?: FirstPin) => void;
const paths = { pin: 'first-pin', left: 'left', back: 'back' } as const;

function Sure({ worker, question, then }: { worker: Worker; question: Exclude<Question, 'phone'>; then: Then }): VNode {
  const [trouble, setTrouble] = useState<Trouble>('');
  const [waiting, setWaiting] = useState(false);
  const go = async () => {
    setWaiting(true);
    if (question === 'helped') {
      setTrouble(await openFor(worker));
      return setWaiting(false);
    }
    const answer = await send<FirstPin | undefined>(`/api/workers/${worker.id}/${paths[question]}`);
    setWaiting(false);
    setTrouble(answer.trouble);
    if (!answer.trouble) then(question === 'left' ? t('admin.account.left.done') : '', answer.data);
  };
  return (
    <>
      <p>{t(`admin.account.${question}.sure`)}</p>
      <Wrong trouble={trouble} />
      <button class="btn" disabled={waiting} onClick={() => void go()}>
        {t('admin.account.yes')}
      </button>
    </>
  );
}

function Phone({ worker, then }: { worker: Worker; then: Then }): VNode {
  const country = worker.land === 'la' ? '+856 ' : '+91 ';
  const [phone, write] = useState(country);
  const [trouble, setTrouble] = useState<Trouble>('');
  const change = async (e: Event) => {
    e.preventDefault();
    const answer = await send(`/api/workers/${worker.id}/phone`, { phone: phone.trim() === country.trim() ? '' : phone });
    setTrouble(answer.trouble);
    if (!answer.trouble) then(t('admin.account.phone.done'));
  };
  return (
    <form class="stack" onSubmit={(e) => void change(e)}>
      <p>{t('admin.account.phone.sure')}</p>
      <div class="field">
        <label for="phone">{t('admin.account.phone.field')}</label>
        <input id="phone" type="tel" autocomplete="off" value={phone} onInput={(e) => write(e.currentTarget.value)} />
      </div>
      <Wrong trouble={trouble} />
      <button class="btn">{t('admin.account.yes')}</button>
    </form>
  );
}
