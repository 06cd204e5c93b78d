/**
 * A simulated phone as data: screens, what can be touched on them, and the marks that touching leaves. The server
 * replays what was touched by the same rules (`PhoneTask`), so change both or neither.
 */
export interface Control {
  id: string;
  look: 'icon' | 'button' | 'row' | 'toggle' | 'message' | 'title' | 'tab';
  icon?: string;
  to?: string;
  set?: string[];
  clear?: string[];
}
export interface Screen {
  look: 'chat' | 'list' | 'sheet' | 'dialog' | 'home';
  over?: string;
  messages?: { from: string; at: string; picture?: boolean }[];
  controls: Control[];
}
export interface Task {
  start: string;
  goal: string[];
  hint: string[];
  screens: Record<string, Screen>;
}

/** Which screen shows, and which marks are set. */
export interface State {
  screen: string;
  marks: ReadonlySet<string>;
}

export const begin = (task: Task): State => ({ screen: task.start, marks: new Set() });

const control = (task: Task, state: State, id: string): Control | undefined =>
  task.screens[state.screen]?.controls.find((c) => c.id === id);

/** A switch is on while all of its marks are set. */
export const isOn = (state: State, c: Control): boolean => !!c.set?.length && c.set.every((m) => state.marks.has(m));

/** After a touch: marks are cleared, then set. A control that is not on the present screen changes nothing. */
export function press(task: Task, state: State, id: string): State {
  const c = control(task, state, id);
  if (!c) return state;
  const marks = new Set(state.marks);
  c.clear?.forEach((m) => marks.delete(m));
  c.set?.forEach((m) => marks.add(m));
  return { screen: c.to && task.screens[c.to] ? c.to : state.screen, marks };
}

export const reachedGoal = (task: Task, state: State): boolean => task.goal.every((m) => state.marks.has(m));

/** Plays a path from the start; what was touched after the goal was reached does not count. */
export const replay = (task: Task, path: readonly string[]): State =>
  path.reduce((state, id) => (reachedGoal(task, state) ? state : press(task, state, id)), begin(task));

const name = (s: State) => `${s.screen}|${[...s.marks].sort().join()}`;

/** The shortest way to the goal from here, as control ids (breadth first); none if there is no way. */
export function way(task: Task, from: State): string[] | undefined {
  const seen = new Set([name(from)]);
  let edge: { state: State; path: string[] }[] = [{ state: from, path: [] }];
  while (edge.length > 0) {
    const further: typeof edge = [];
    for (const { state, path } of edge) {
      if (reachedGoal(task, state)) return path;
      for (const { id } of task.screens[state.screen]?.controls ?? []) {
        const next = press(task, state, id);
        if (seen.has(name(next))) continue;
        seen.add(name(next));
        further.push({ state: next, path: [...path, id] });
      }
    }
    edge = further;
  }
  return undefined;
}
