import type { VNode } from 'preact';
import { number, t } from '../shared/kit';
import { people, reason } from './said';
import type { Dif, Item } from './types';

/** All figures of one item; what is not there could not be said, or would tell of few. */
export function One({ item }: { item: Item }): VNode {
  const f = item.figures;
  return (
    <div class="stack">
      <p>
        <b>{t(`train.verdict.${f.verdict}`)}</b>
      </p>
      <ul>
        {f.reasons.map((each) => (
          <li>{reason(each.code, each.group)}</li>
        ))}
      </ul>
      <dl class="fields">
        <Field name="area" value={t(`train.area.${f.area}`)} />
        <Field name="answers" value={f.answers} />
        <Field name="exposure" value={percent(f.exposure)} />
        <Field name="managed" value={percent(f.share)} />
        <Field name="helped" value={percent(f.helped)} />
        <Field name="guess" value={fixed(f.guess)} />
        <Field name="difficulty" value={f.difficulty === undefined ? undefined : `${fixed(f.difficulty)} ± ${fixed(f.error)}`} />
        <Field name="discrimination" value={fixed(f.discrimination)} />
        <Field name="infit" value={f.infit === undefined ? undefined : `${fixed(f.infit)} / ${fixed(f.outfit) ?? '–'}`} />
        <Field name="fit" value={fixed(f.fit, 3)} />
      </dl>
      {f.options.length > 0 && (
        <>
          <h3>{t('train.options')}</h3>
          <ul>
            {f.options.map((each) => (
              <li>
                {each.option}
                {each.right && ` (${t('train.right')})`}: {percent(each.percent) ?? t('train.hid')}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('train.dif')}</h3>
      {f.dif.length === 0 && <p class="soft">{t('train.dif.none')}</p>}
      <ul>
        {f.dif.map((each) => (
          <li>
            {t(`train.by.${each.dimension}`)}, {people(each.focal)} – {people(each.reference)}: {difference(each)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const difference = (dif: Dif): string =>
  dif.verdict === 'not-enough'
    ? t('train.dif.not-enough')
    : `${t(`train.dif.${dif.verdict}`)} (${dif.verdict}, D = ${fixed(dif.delta)}${dif.crossing ? `, ${t('train.dif.crossing')}` : ''})`;

const Field = ({ name, value }: { name: string; value: string | number | undefined }): VNode => (
  <div>
    <dt>{t(`train.field.${name}`)}</dt>
    <dd>{value === undefined ? '–' : typeof value === 'number' ? number(value) : value}</dd>
  </div>
);

const fixed = (value: number | undefined, places = 2): string | undefined => value?.toFixed(places);
const percent = (value: number | undefined): string | undefined => (value === undefined ? undefined : `${number(value)} %`);
