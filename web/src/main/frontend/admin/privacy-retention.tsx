import type { VNode } from 'preact';
import { date, number, say, t } from '../shared/kit';
import { Said, send, useDesk } from './privacy-asked';

interface Texts {
  en: string;
  hi: string;
  lo: string;
}

interface Proof {
  runs: { id: number; startedAt: string; finishedAt?: string; results: { purpose: string; deleted: number }[] }[];
  rules: { purpose: string; what: Texts; keeps: Texts }[];
}

/** For how long what is kept, and each night's proof that it was deleted then. */
export function Retention(): VNode {
  const { data, trouble, again } = useDesk<Proof>('/api/privacy/retention');
  const now = async () => {
    await send('/api/privacy/retention', {});
    again();
  };
  return (
    <section class="stack">
      <Said trouble={trouble} />
      <h2>{t('admin.privacy.runs')}</h2>
      <ul class="rows">
        {data?.runs.map((run) => (
          <li class="row">
            <span />
            <span>
              {date(run.startedAt)} · {t(run.finishedAt ? 'admin.privacy.finished' : 'admin.privacy.broke-off')}
              <br />
              <span class="small soft">
                {t('admin.privacy.deleted', { n: number(run.results.reduce((sum, each) => sum + each.deleted, 0)) })}
              </span>
            </span>
            <span />
          </li>
        ))}
      </ul>
      {data?.runs.length === 0 && <p>{t('admin.privacy.no-runs')}</p>}
      <button class="btn out" onClick={() => void now()}>
        {t('admin.privacy.run-now')}
      </button>
      <h2>{t('admin.privacy.rules')}</h2>
      <ul class="rows">
        {data?.rules.map((rule) => (
          <li class="row">
            <span />
            <span>
              <b>{say(rule.what)}</b>
              <br />
              <span class="small soft">{say(rule.keeps)}</span>
            </span>
            <span />
          </li>
        ))}
      </ul>
    </section>
  );
}
