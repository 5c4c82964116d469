// Marks that can be touched: how a control (control.ts) gets onto its mark, and how a picture's controls are found again.

import type { Control, SliderControl } from './control.ts';
import type { Mark } from './mark.ts';

/** The mark with what a touch on it does. */
export const controlled = (mark: Mark, control: Control): Mark => ({ ...mark, control });

/** A slider as marks need it: attributes for who cannot see it, and its control. */
export interface Slider {
  readonly attrs: Mark['attrs'];
  readonly control: SliderControl;
}

export interface SliderOptions extends Omit<SliderControl, 'kind'> {
  readonly handle: string;
  /** what is set, for those who cannot see it */
  readonly name: string;
  /** the value in words */
  readonly said: string;
  /** ends as they are read out, where they are not the scale's */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly now?: number | undefined;
}

/** A slider from one description; `aria-valuemin` to `valuenow` follow from the scale. */
export function slider({ handle, name, said, least, most, now, ...control }: SliderOptions): Slider {
  const [low, high] = control.scale.domain;
  return {
    attrs: {
      'data-handle': handle,
      'aria-label': name,
      'aria-valuemin': least ?? low,
      'aria-valuemax': most ?? high,
      'aria-valuenow': now ?? control.value,
      'aria-valuetext': said,
    },
    control: { kind: 'slider', ...control },
  };
}

const known = new WeakMap<readonly Mark[], ReadonlyMap<string, Control>>();

/** The controls of a picture by their handles. */
export function controlsOf(marks: readonly Mark[]): ReadonlyMap<string, Control> {
  const made = known.get(marks);
  if (made) return made;
  const found = new Map<string, Control>();
  const visit = (all: readonly Mark[]): void => {
    for (const { attrs, control, kids } of all) {
      if (control && typeof attrs['data-handle'] === 'string') found.set(attrs['data-handle'], control);
      if (kids) visit(kids);
    }
  };
  visit(marks);
  known.set(marks, found);
  return found;
}
