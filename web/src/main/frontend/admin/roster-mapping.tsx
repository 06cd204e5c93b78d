import type { VNode } from 'preact';
import { Note, t, useState } from '../shared/kit';
import { act } from './roster-net';
import { columnName } from './roster-parts';
import type { Import, Kind, Mapping } from './roster-types';

const kinds: Kind[] = ['workers', 'units', 'assignments'];
const choices: Record<string, string[]> = {
  active: ['true', 'false'],
  language: ['hi', 'lo', 'en'],
  cadre: [
    'asha', 'aww', 'anm', 'asha-facilitator', 'lady-supervisor', 'bcm', 'vhv', 'midwife', 'nurse', 'centre-head',
    'officer', 'trainer', 'admin',
  ],
};

/** What each heading of the file means, as proposed; she changes it, and it is remembered. */
export function Headings({ one, path, again }: { one: Import; path: string; again: () => void }): VNode {
  const headings = one.headings ?? [];
  const [kind, setKind] = useState<Kind>(guess(one.mapping));
  const [mapping, setMapping] = useState<Mapping>(one.mapping ?? { headings: {}, all: {} });
  const [refused, setRefused] = useState(false);
  const columns = one.kinds![kind];
  const named = Object.values(mapping.headings);
  const lacking = columns.needed.filter((column) => !named.includes(column));
  const unsaid = lacking.filter((column) => !mapping.all[column]);
  const say = async () => {
    const all = Object.fromEntries(
      Object.entries(mapping.all).filter(([c, v]) => v && (c === 'phone_country' || lacking.includes(c))),
    );
    const ours = Object.fromEntries(
      headings.map((h) => [h, columns.all.includes(mapping.headings[h] ?? '') ? mapping.headings[h]! : '']),
    );
    setRefused(!(await act(`${path}/mapping`, 'PUT', { headings: ours, all })));
    again();
  };
  return (
    <form
      class="stack"
      onSubmit={(e) => {
        e.preventDefault();
        void say();
      }}
    >
      <Note icon="look">{t('admin.roster.mapping.what')}</Note>
      <Choose
        id="kind"
        label={t('admin.roster.mapping.kind')}
        value={kind}
        of={kinds.map((k) => [k, t(`admin.roster.kind.${k}`)])}
        pick={(k) => setKind(k as Kind)}
      />
      {headings.map((heading, i) => (
        <Choose
          id={`heading-${i}`}
          label={heading || '–'}
          value={mapping.headings[heading] ?? ''}
          of={[['', t('admin.roster.mapping.leave')], ...columns.all.map((c): [string, string] => [c, columnName(c)])]}
          pick={(column) => setMapping({ ...mapping, headings: { ...mapping.headings, [heading]: column } })}
        />
      ))}
      {lacking.length > 0 && <h3>{t('admin.roster.mapping.all')}</h3>}
      {lacking.map((column) => (
        <Value
          column={column}
          value={mapping.all[column] ?? ''}
          set={(value) => setMapping({ ...mapping, all: { ...mapping.all, [column]: value } })}
        />
      ))}
      {named.includes('phone_e164') && (
        <Choose
          id="phone_country"
          label={t('admin.roster.mapping.phones')}
          value={mapping.all.phone_country ?? ''}
          of={[['', t('admin.roster.mapping.phones.whole')], ['+91', '+91'], ['+856', '+856']]}
          pick={(code) => setMapping({ ...mapping, all: { ...mapping.all, phone_country: code } })}
        />
      )}
      <div role="alert">{refused && <Note icon="look" care>{t('admin.roster.mapping.refused')}</Note>}</div>
      <button class="btn" disabled={unsaid.length > 0}>
        {t('admin.roster.mapping.go')}
      </button>
    </form>
  );
}

const guess = (mapping: Mapping | undefined): Kind => {
  const named = Object.values(mapping?.headings ?? {});
  return named.includes('level') ? 'units' : named.includes('role') && !named.includes('name') ? 'assignments' : 'workers';
};

interface Choice {
  id: string;
  label: string;
  value: string;
  of: [string, string][];
  pick: (value: string) => void;
}
const Choose = ({ id, label, value, of, pick }: Choice): VNode => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} value={value} onChange={(e) => pick(e.currentTarget.value)}>
      {of.map(([key, name]) => (
        <option value={key}>{name}</option>
      ))}
    </select>
  </div>
);

const Value = ({ column, value, set }: { column: string; value: string; set: (value: string) => void }): VNode => {
  const id = `all-${column}`;
  const few = choices[column];
  if (few) {
    const of = few.map((each): [string, string] => [each, each]);
    return <Choose id={id} label={columnName(column)} value={value} of={[['', '–'], ...of]} pick={set} />;
  }
  return (
    <div class="field">
      <label for={id}>{columnName(column)}</label>
      <input id={id} value={value} maxLength={64} onInput={(e) => set(e.currentTarget.value)} />
    </div>
  );
};
