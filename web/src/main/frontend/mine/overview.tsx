import type { VNode } from 'preact';
import { Frame, Icon, Note, t, to } from '../shared/kit';

/** What is kept about her, and what she can do about it: one row for each. */
export const Mine = (): VNode => (
  <Frame title={t('mine.title')} back="#/me">
    <p>{t('mine.lead')}</p>
    <nav aria-label={t('mine.title')}>
      <ul class="rows">
        <Way to="/api/me/kept.html" icon="book" name={t('mine.read')} more={t('mine.read.more')} out />
        <Way to={to('mine', 'consent')} icon="check" name={t('mine.consent')} more={t('mine.consent.more')} />
        <Way to={to('mine', 'looks')} icon="eye" name={t('mine.looks')} more={t('mine.looks.more')} />
        <Way to={to('mine', 'ask')} icon="chat" name={t('mine.ask')} more={t('mine.ask.more')} />
      </ul>
    </nav>
    <a class="btn out" href="/api/me/kept" download="kadam.json">
      <Icon name="down" />
      {t('mine.copy')}
    </a>
    <section class="card">
      <h2>{t('mine.never')}</h2>
      <p class="small">{t('mine.never.more')}</p>
    </section>
    <Note icon="lock">{t('mine.seen')}</Note>
  </Frame>
);

const Way = (p: { to: string; icon: 'book' | 'check' | 'eye' | 'chat'; name: string; more: string; out?: boolean }): VNode => (
  <li>
    <a class="row" href={p.to} target={p.out ? '_blank' : undefined} rel={p.out ? 'noopener' : undefined}>
      <Icon name={p.icon} />
      <span>
        <b>{p.name}</b>
        <br />
        <span class="small soft">{p.more}</span>
      </span>
      <Icon name="go" />
    </a>
  </li>
);
