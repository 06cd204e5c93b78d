import type { VNode } from 'preact';
import { number, say, t } from '../shared/kit';
import { measures, type Measure, type Table } from './types';

/** All figures of a dimension as a table; a hidden cell is hatched and says so. */
export const Figures = ({ table }: { table: Table }): VNode => (
  <div class="scroll" tabIndex={0} role="group" aria-label={t('office.table')}>
    <table>
      <caption>{say(table.label)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(table.head)}</th>
          <th scope="col">{t('office.workers')}</th>
          {measures.map((name) => (
            <th scope="col">{t(`office.measure.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr>
            <th scope="row">{say(row.label)}</th>
            <td>{number(row.workers)}</td>
            {measures.map((name) => (
              <Cell measure={row.measures[name]} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('office.total')}</th>
          <td>{number(table.total.workers)}</td>
          {measures.map((name) => (
            <Cell measure={table.total.measures[name]} />
          ))}
        </tr>
      </tfoot>
    </table>
  </div>
);

const Cell = ({ measure }: { measure: Measure }): VNode =>
  measure.shown ? (
    <td>
      {number(measure.count)}
      <br />
      <span class="soft num">
        {Math.round(measure.percent)} % ({Math.round(measure.low)}–{Math.round(measure.high)})
      </span>
      {measure.few && (
        <>
          <br />
          <span class="soft">{t('office.few')}</span>
        </>
      )}
    </td>
  ) : (
    <td class="hid">
      <span>{t('office.hidden')}</span>
    </td>
  );
