import type { VNode } from 'preact';
import { Icon, Note, lang, number, say, t, tn, useState } from '../shared/kit';
import { Headings } from './roster-mapping';
import { useAsked } from './roster-net';
import { Trouble } from './roster-parts';
import type { Faults, Import } from './roster-types';

const SHOWN = 100;

/** Everything that is wrong with a file, by line and column; to take along as a table too. */
export function Faulty({ one, path, again }: { one: Import; path: string; again: () => void }): VNode {
  const [asked, retry] = useAsked<Faults>(`${path}/faults`);
  const [mapping, setMapping] = useState(false);
  const own = Object.keys(one.mapping?.headings ?? {}).length > 0;
  return (
    <>
      <Note icon="look" care>
        <b>{t('admin.roster.nothing')}</b>
        <br />
        {tn('admin.roster.faults', one.faults)}
      </Note>
      <Trouble asked={asked} again={retry} />
      {asked.data && <Table faults={asked.data} />}
      <a class="btn out slim" href={`${path}/faults.csv?language=${lang.value}`} download>
        <Icon name="down" />
        {t('admin.roster.faults.csv')}
      </a>
      {own && !mapping && (
        <button class="btn out" onClick={() => setMapping(true)}>
          {t('admin.roster.mapping.change')}
        </button>
      )}
      {mapping && <Headings one={one} path={path} again={again} />}
    </>
  );
}

const Table = ({ faults }: { faults: Faults }): VNode => (
  <div class="scroll" tabIndex={0} role="group" aria-label={t('admin.roster.faults.table')}>
    <table class="told">
      <thead>
        <tr>
          <th scope="col">{t('admin.roster.faults.line')}</th>
          <th scope="col">{t('admin.roster.faults.column')}</th>
          <th scope="col">{t('admin.roster.faults.what')}</th>
        </tr>
      </thead>
      <tbody>
        {faults.faults.slice(0, SHOWN).map((fault) => (
          <tr>
            <th scope="row">{fault.line > 0 ? number(fault.line) : '–'}</th>
            <td>
              {fault.column > 0 ? number(fault.column) : ''} {fault.field && t(`admin.roster.column.${fault.field}`)}
            </td>
            <td>{say(fault.text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {faults.total > SHOWN && <p class="small soft">{t('admin.roster.faults.first', { n: number(SHOWN) })}</p>}
  </div>
);
