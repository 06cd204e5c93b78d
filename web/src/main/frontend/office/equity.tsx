import type { VNode } from 'preact';
import { Frame, Icon, date, lang, say, signal, t, to, useEffect } from '../shared/kit';
import { Wait, useAsked } from './asked';
import { Ranges } from './ranges';
import { Figures } from './figures';
import { measures, type MeasureName, type Report, type Table } from './types';

const dimension = signal('');
const measure = signal<MeasureName>('level2');

/** The officer's page: the answer as a sentence, then the chart, then the table; numbers, never names. */
export function Equity(): VNode {
  const { asked, again } = useAsked<Report>('/api/equity/report');
  useEffect(() => {
    document.body.dataset.desk = '';
    return () => delete document.body.dataset.desk;
  }, []);
  return (
    <Frame title={t('office.equity')} tabs>
      <Wait asked={asked} again={again} />
      {asked.data && <Desk report={asked.data} />}
    </Frame>
  );
}

function Desk({ report }: { report: Report }): VNode {
  const table = report.tables.find((each) => each.dimension === dimension.value) ?? report.tables[0];
  return (
    <div class="desk">
      <Head report={report} />
      <section>
        <h2>{t('office.where')}</h2>
        <p class="say">{say(report.answer.text)}</p>
      </section>
      {table && (
        <>
          <Chips report={report} table={table} />
          <div class="cols c2">
            <section>
              <Ranges table={table} measure={measure.value} />
            </section>
            <section>
              <Figures table={table} />
            </section>
          </div>
        </>
      )}
      <div class="line">
        <a class="btn out slim" href={to('hardest')}>
          {t('office.hardest')}
        </a>
        <a class="btn out slim" href={to('items')}>
          {t('office.items')}
        </a>
      </div>
      <p class="small soft">{t('office.hidden.why')}</p>
      <p class="small soft">{t('office.provisional')}</p>
    </div>
  );
}

const Head = ({ report }: { report: Report }): VNode => (
  <div class="line">
    <div>
      <b>
        {say(report.place.name)}
        {report.department ? ` · ${t(`office.department.${report.department}`)}` : ''}
      </b>
      <br />
      <span class="small soft">{t('office.as-of', { date: `${date(report.asOf)} ${report.asOf.slice(0, 4)}` })}</span>
    </div>
    <span class="end line">
      <a class="btn slim" href={`/api/equity/report.pdf?language=${lang.value}`} download>
        <Icon name="down" />
        {t('office.pdf')}
      </a>
      <a class="btn out slim" href={`/api/equity/report.csv?language=${lang.value}`} download>
        {t('office.csv')}
      </a>
    </span>
  </div>
);

const Chips = ({ report, table }: { report: Report; table: Table }): VNode => (
  <>
    <div class="line" role="group" aria-label={t('office.by')}>
      {report.tables.map((each) => (
        <button class="chip" aria-pressed={each === table} onClick={() => (dimension.value = each.dimension)}>
          {say(each.label)}
        </button>
      ))}
    </div>
    <div class="line" role="group" aria-label={t('office.measure')}>
      {measures.map((name) => (
        <button class="chip" aria-pressed={measure.value === name} onClick={() => (measure.value = name)}>
          {t(`office.measure.${name}`)}
        </button>
      ))}
    </div>
  </>
);
