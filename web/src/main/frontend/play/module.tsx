import type { VNode } from 'preact';
import {
  Cost, Done, findCourse, findModule, finishedAt, Frame, go, Icon, Kept, nameOf, Note, ofModule, inUse, onPhone, place, say, start, t, to,
  Unreached,
} from '../learn/kit';
import type { ModuleStructure, ModuleText } from '../learn/content';
import type { Published } from '../shared/types';
import { bring } from './bring';
import { iconOf } from './kinds';
import { useOpening } from './opening';
import { OtherLanguage } from './other-language';
import { cardsOf, cardToDo, versionOf } from './version';

const patience = 5000;

/** Fetches a newer version than the one that is here, if the network is good enough; else she begins with that one. */
async function newest(name: string, entry: Published): Promise<void> {
  if (onPhone(name, entry)) return;
  await Promise.race([bring(name, entry, inUse()).catch(() => undefined), new Promise((ok) => setTimeout(ok, patience))]);
}

/** What a module is, what it costs in minutes and KB before it is opened, and where she is in it. */
export function ModulePage({ course, module }: { course: string; module: string }): VNode {
  const version = versionOf(course, module);
  const at = place(course, module);
  const name = nameOf(course, module);
  const { opened, busy, failed, fetch } = useOpening<ModuleStructure, ModuleText>(name, version, !!at);
  const entry = findModule(course, module);
  const inCourse = findCourse(course);
  const done = finishedAt(course, module);

  const begin = async () => {
    // what is here in another language only is fetched in hers, and read in the other when that fails
    if (!version || (!onPhone(name, version) && !(await fetch()) && !opened)) return;
    if (entry && !at) await newest(name, entry);
    await start(course, module, versionOf(course, module) ?? version);
    go(to('course', course, module, 'go'));
  };
  const toDo = opened && cardToDo(opened.structure, at);
  return (
    <Frame
      title={inCourse ? say(inCourse.title) : t('courses')}
      back={to('course', course)}
      quiet
      acts={
        <button class="btn" disabled={!version || busy} onClick={() => void begin().catch(() => undefined)}>
          {t(busy ? 'bringing' : done ? 'look-again' : at ? 'go-on' : 'start')}
        </button>
      }
    >
      <h1>{opened?.text.title ?? (version && say(version.title)) ?? ''}</h1>
      {!version && <p>{t('module.unknown')}</p>}
      {entry && <p>{say(entry.summary)}</p>}
      {version && (
        <p class="line small">
          <Cost of={name} published={version} />
          {at?.finishedAt && <Kept of={ofModule(course, module)} />}
        </p>
      )}
      {failed && <Unreached again={() => void fetch()} />}
      {opened && <OtherLanguage language={opened.language} />}
      {opened && (
        <ol class="rows">
          {cardsOf(opened.structure).map((card) => {
            const current = !done && at && card.id === toDo?.id;
            const isDone = !!at && card.id in at.done;
            const row = (
              <>
                <Icon name={iconOf(card.type)!} />
                <span>
                  <span class="sr">{t(`card.${card.type}`)}: </span>
                  {current ? <b>{opened.text.cards[card.id]?.title}</b> : opened.text.cards[card.id]?.title}
                </span>
                {isDone ? (
                  <Done of={(d) => ofModule(course, module)(d) && d.body.card === card.id} />
                ) : current ? (
                  <Icon name="go" />
                ) : (
                  <span />
                )}
              </>
            );
            return (
              <li>
                {isDone || current ? (
                  <a class="row" href={to('course', course, module, card.id)} aria-current={current ? 'step' : undefined}>
                    {row}
                  </a>
                ) : (
                  <div class="row">{row}</div>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {!opened && version && <Note icon="eye">{t('module.kept')}</Note>}
    </Frame>
  );
}
