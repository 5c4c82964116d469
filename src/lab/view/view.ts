// The lab's page as marks: a pure function of what is known. The build prints it, the page paints it.

import { mark, type Mark } from '../../scene/mark.ts';
import { chooser, omitButton } from './chooser.ts';
import { text } from './controls.ts';
import { opening, working } from './opening.ts';
import { results } from './results.ts';
import { shownOf, type State } from './state.ts';

/** All of it, top to bottom. */
export function view(state: State): Mark[] {
  const { catalogue, busy, problem, said } = state;
  const shown = shownOf(state);
  return [
    mark('div', { class: 'lab-open' }, opening(state), 'open'),
    ...(busy ? [working(busy)] : []),
    mark(
      'div',
      { role: 'alert', class: 'lab-alert' },
      problem ? [text('p', problem, { class: 'notice' }, 'f'), ...omitButton(problem)] : [],
      'alert',
    ),
    ...(catalogue ? [mark('div', { class: 'lab-choose' }, chooser(state), 'choose')] : []),
    ...(shown ? [mark('div', { class: 'lab-found' }, results(state, shown), 'found')] : []),
    text('p', said, { class: 'said', 'aria-live': 'polite' }, 'said'),
  ];
}
