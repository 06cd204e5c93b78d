import type { VNode } from 'preact';
import { call, date, Icon, lang, me, say, t, useEffect, useState } from '../learn/kit';
import type { Texts } from '../shared/types';

/** A course that she has finished; `code`: once she had the certificate made. */
interface Certificate {
  course: string;
  title: Texts;
  finishedOn: string;
  code?: string;
}
const address = '/api/me/certificates';

/** Of the courses that she has finished and the server has received; they are printed or sent, so they need a network. */
export function Certificates(): VNode | null {
  const [all, set] = useState<Certificate[]>([]);
  const [fresh, setFresh] = useState('');
  const [missed, miss] = useState(false);
  useEffect(() => {
    if (me.value?.helped) return; // her helper's session would give her helper's
    void call<{ certificates: Certificate[] }>(address).then(
      ({ ok, data }) => ok && set(data.certificates),
      () => undefined,
    );
  }, [me.value?.id]);
  const make = async (course: string) => {
    try {
      const { ok, data } = await call<Certificate>(address, { method: 'POST', body: { course } });
      miss(!ok);
      if (!ok) return;
      setFresh(course);
      set((before) => before.map((c) => (c.course === course ? data : c)));
    } catch {
      miss(true);
    }
  };
  if (all.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('certificates')}</h2>
      <ul class="rows">
        {all.map((c) => (
          <li key={c.course}>
            {c.code ? <Ready c={c} fresh={c.course === fresh} /> : <Finished c={c} make={() => void make(c.course)} />}
          </li>
        ))}
      </ul>
      <p role="alert">{missed && t('unreached')}</p>
      <p class="small soft">{t('certificates.who')}</p>
    </section>
  );
}

const Finished = ({ c, make }: { c: Certificate; make: () => void }): VNode => (
  <div class="row">
    <Icon name="got" />
    <Said c={c} more={date(c.finishedOn)} />
    <button class="btn out slim" aria-label={`${t('certificates.make')}: ${say(c.title)}`} onClick={make}>
      {t('certificates.make')}
    </button>
  </div>
);

/** `fresh`: it was made just now, in place of the button that she pressed. */
const Ready = ({ c, fresh }: { c: Certificate; fresh: boolean }): VNode => (
  <a
    class="row"
    href={`${address}/${c.code}.pdf?language=${lang.value}`}
    download
    ref={(a) => {
      if (fresh && a && document.activeElement === document.body) a.focus();
    }}
  >
    <Icon name="down" />
    <Said c={c} more={`${date(c.finishedOn)} · ${t('certificates.what')}`} />
    <span />
  </a>
);

const Said = ({ c, more }: { c: Certificate; more: string }): VNode => (
  <span>
    {say(c.title)}
    <br />
    <span class="small soft">{more}</span>
  </span>
);
