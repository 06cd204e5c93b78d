import type { Chance } from './chance';

/** One thing to do: what the shell is given when it is done. */
export interface Step {
  type: string;
  body: Record<string, unknown>;
  hash: string | null;
}

/** What became of a deed, as the worker knows it: `open` when the phone died before it said. */
export type State = 'open' | 'saved' | 'refused';

/** A deed as the model keeps it; `n` is in its body and nowhere twice. */
export interface Done extends Step {
  n: number;
  worker: string;
  at: string;
  state: State;
}

/** The form that is published, as far as it takes to answer it. */
export interface Form {
  id: string;
  hash: string;
  items: { id: string; response: Record<string, unknown> }[];
}

/** A worker with her modules and her assessment, all of them of this history alone. */
export class Learner {
  readonly attempt = crypto.randomUUID();
  readonly pin: string;
  private readonly todo: Step[] = [];
  private further = 0;

  constructor(
    readonly code: string,
    readonly id: string,
    private readonly name: string,
    private readonly form: Form,
    private readonly chance: Chance,
  ) {
    this.pin = `${100_000 + chance.below(900_000)}`;
  }

  next(): Step {
    if (this.todo.length === 0) this.todo.push(...(this.further++ === 1 ? this.sitting() : this.module()));
    return this.todo.shift()!;
  }

  /** It was not kept: she does it again. */
  again(step: Step): void {
    this.todo.unshift(step);
  }

  private module(): Step[] {
    const of = { course: 'faults', module: `${this.name}-${this.further}` };
    const step = (type: string, body: Record<string, unknown>): Step => ({ type, hash: null, body: { ...of, ...body } });
    const cards = Array.from({ length: 3 + this.chance.below(5) }, (_, i) =>
      step('card.done', { card: `c${i}`, outcome: this.chance.happens(0.1) ? { said: 'क'.repeat(3900) } : {} }),
    );
    return [step('module.started', {}), ...cards, ...(this.chance.happens(0.8) ? [step('module.finished', {})] : [])];
  }

  private sitting(): Step[] {
    const of = { attempt: this.attempt, form: this.form.id };
    const step = (type: string, body: Record<string, unknown>): Step => ({
      type,
      hash: this.form.hash,
      body: { ...of, ...body },
    });
    return [
      step('sitting.started', { sitting: 1 }),
      ...this.form.items.map(({ id, response }) => step('item.answered', { item: id, sitting: 1, response, helped: false })),
      ...(this.chance.happens(0.7) ? [step('attempt.finished', {})] : []),
    ];
  }
}
