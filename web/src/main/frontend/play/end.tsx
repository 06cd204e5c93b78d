import type { VNode } from 'preact';
import { after, Cost, Frame, Kept, findModule, nameOf, ofModule, say, t, to } from '../learn/kit';
import { Flower } from './flower';

/** The module is done: what became of it, and what could come next. */
export function ModuleEnd({ course, module }: { course: string; module: string }): VNode {
  const entry = findModule(course, module);
  const next = after(course, module);
  return (
    <Frame
      title={t('module.end')}
      back={to('course', course, module)}
      acts={
        <a class="btn" href="#/">
          {t('to-today')}
        </a>
      }
    >
      <div class="empty">
        <Flower />
        <p>
          <b>{entry && say(entry.title)}</b>
        </p>
        <p>{t('module.thanks')}</p>
        <p role="status">
          <Kept of={ofModule(course, module)} />
        </p>
      </div>
      {next && (
        <section class="card">
          <h2>{t('module.next')}</h2>
          <p>{say(next.entry.title)}</p>
          <p class="line small">
            <Cost of={nameOf(next.course, next.entry.id)} published={next.entry} />
          </p>
          <a class="btn out" href={to('course', next.course, next.entry.id)}>
            {t('module.look')}
          </a>
        </section>
      )}
    </Frame>
  );
}
