import type { VNode } from 'preact';
import { call, date, Icon, lang, me, say, t, useEffect, useState } from '../learn/kit';
import type { Texts } from '../shared/types';

interface Certificate {
  code: string;
  title: Texts;
  finishedOn: string;
}

/** Of the courses that she has finished and the server has received; they are printed or sent, so they need a network. */
export function Certificates(): VNode | null {
  const [all, set] = useState<Certificate[]>([]);
  useEffect(() => {
    if (me.value?.helped) return; // her helper's session would give her helper's
    void call<{ certificates: Certificate[] }>('/api/me/certificates').then(
      ({ ok, data }) => ok && set(data.certificates),
      () => undefined,
    );
  }, [me.value?.id]);
  if (all.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('certificates')}</h2>
      <ul class="rows">
        {all.map((c) => (
          <li key={c.code}>
            <a class="row" href={`/api/me/certificates/${c.code}.pdf?language=${lang.value}`} download>
              <Icon name="down" />
              <span>
                {say(c.title)}
                <br />
                <span class="small soft">
                  {date(c.finishedOn)} · {t('certificates.what')}
                </span>
              </span>
              <span />
            </a>
          </li>
        ))}
      </ul>
      <p class="small soft">{t('certificates.who')}</p>
    </section>
  );
}
