import type { VNode } from 'preact';
import { say, t } from '../shared/kit';
import type { MeasureName, Table } from './types';

const left = 118;
const width = 232;
const line = 30;
const x = (percent: number) => left + (width * percent) / 100;

/**
 * Each group's share as a dot with its 95 % range, the whole as a line behind them. In the order of the report, which
 * is the map's or the alphabet's: no ranks. Every figure stands in the table beside it.
 */
export function Ranges({ table, measure }: { table: Table; measure: MeasureName }): VNode {
  const total = table.total.measures[measure];
  const foot = table.rows.length * line + 8;
  return (
    <figure class="stack">
      <figcaption>
        <b>{t(`office.measure.${measure}`)}, %</b>
      </figcaption>
      <svg class="chart" viewBox={`0 0 360 ${foot + 30}`} role="img" aria-labelledby="chart-title chart-text">
        <title id="chart-title">{t('office.chart', { measure: t(`office.measure.${measure}`) })}</title>
        <desc id="chart-text">{t('office.chart.text')}</desc>
        {[0, 25, 50, 75, 100].map((percent) => (
          <>
            <path class="grid" d={`M${x(percent)} 4V${foot}`} />
            <text class="soft" x={x(percent)} y={foot + 18} text-anchor="middle">
              {percent}
            </text>
          </>
        ))}
        {total.shown && <path class="ax" d={`M${x(total.percent)} 4V${foot}`} />}
        {table.rows.map((row, i) => (
          <Group name={say(row.label)} y={i * line + 22} figure={row.measures[measure]} />
        ))}
      </svg>
      {total.shown && <p class="small soft">{t('office.chart.line', { n: Math.round(total.percent) })}</p>}
    </figure>
  );
}

function Group({ name, y, figure }: { name: string; y: number; figure: Table['total']['measures'][MeasureName] }): VNode {
  return (
    <>
      <text x={left - 8} y={y} text-anchor="end">
        {name.length > 15 ? `${name.slice(0, 14)}…` : name}
      </text>
      {figure.shown ? (
        <>
          <path class="range" d={`M${x(figure.low)} ${y - 5}H${x(figure.high)}`} />
          <circle class="dot" cx={x(figure.percent)} cy={y - 5} r="5" />
        </>
      ) : (
        <text class="soft" x={left + 8} y={y}>
          {t('office.hidden')}
        </text>
      )}
    </>
  );
}
