import type { VNode } from 'preact';
import { t } from '../shared/kit';
import type { Question } from './paper-asked';

interface Props {
  question: Question;
  number: number;
  /** The paper's, which may not be the reader's. */
  language: string;
  chosen: string[];
  helped: boolean;
  choose: (ids: string[]) => void;
  help: (yes: boolean) => void;
}

/** One question of a sheet with its boxes, as they stand on paper. */
export const Asked = ({ question: { id, sitting, many, title, options }, number, language, chosen, helped, choose, help }: Props): VNode => (
  <fieldset class="asked">
    <legend>
      {number}. <span lang={language}>{title}</span>
    </legend>
    {many && <p class="small soft">{t('admin.sheet.many')}</p>}
    {options.map((option) => {
      const on = chosen.includes(option.id);
      const others = chosen.filter((other) => other !== option.id);
      return (
        <label class="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            checked={on}
            onChange={() => choose(many ? [...others, ...(on ? [] : [option.id])] : [option.id])}
          />
          <span lang={language}>
            {option.letter}. {option.label}
          </span>
        </label>
      );
    })}
    {!many && (
      <label class="choice">
        <input type="radio" name={id} checked={!chosen.length} onChange={() => choose([])} />
        <span>{t('admin.sheet.left-out')}</span>
      </label>
    )}
    {sitting > 0 && (
      <label class="row pick">
        <input type="checkbox" checked={helped} onChange={(e) => help(e.currentTarget.checked)} />
        {t('admin.sheet.helped')}
      </label>
    )}
  </fieldset>
);
