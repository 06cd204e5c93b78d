import type { VNode } from 'preact';
import { number, t } from '../shared/kit';
import type { Report } from './types';

/** How many items there are by area and level; an empty cell is a hole in the bank. */
export function Holes({ cells }: { cells: Report['bank'] }): VNode {
  const areas = [...new Set(cells.map((cell) => cell.area))];
  const levels = [...new Set(cells.map((cell) => cell.level))].sort();
  const items = (area: string, level: number) => cells.find((cell) => cell.area === area && cell.level === level)?.items ?? 0;
  return (
    <section class="stack">
      <h2>{t('train.holes')}</h2>
      <p class="small">{t('train.holes.what')}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={t('train.holes')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('train.field.area')}</th>
              {levels.map((level) => (
                <th scope="col">{t(`level.${level}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr>
                <th scope="row">{t(`train.area.${area}`)}</th>
                {levels.map((level) =>
                  items(area, level) === 0 ? (
                    <td class="hid">
                      <span>{t('train.hole')}</span>
                    </td>
                  ) : (
                    <td>{number(items(area, level))}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
