// The reader's act to new params, from what the scene says of its controls. One place for every slider, dial, field and word.

import { exp } from '../math/functions.ts';
import type {
  Change,
  Control,
  DialControl,
  GridControl,
  KeyStep,
  KeySteps,
  OrbitControl,
  SequenceControl,
  SliderControl,
} from '../scene/control.ts';
import { controlsOf } from '../scene/touch.ts';
import { type Spec } from './params.ts';
import type { FigureView, Intent, Layout, Params, Scene, Snapshot } from './widget.ts';

type Move = Extract<Intent, { do: 'move' }>;
type Nudge = Extract<Intent, { do: 'nudge' }>;
const LN10 = 2.302585092994046;

/** The control of a handle; undefined where the scene has none. */
export function controlAt({ plate, track }: Scene, handle: string): Control | undefined {
  return controlsOf(plate.marks).get(handle) ?? (track && controlsOf(track.marks).get(handle));
}

/** The params after an act; the same object where it means nothing. `scene` is the picture that the act was done to. */
export function update<P extends Params, S extends Snapshot, D>(
  view: FigureView<P, S, D>,
  params: P,
  snapshot: S,
  intent: Intent,
  layout: Layout,
  scene: Scene,
): P {
  if (intent.do === 'set') return params;
  const control = controlAt(scene, intent.handle);
  if (!control) return params;
  if (control.kind === 'drag') return view.drag?.(params, snapshot, intent, layout) ?? params;
  const change = changeOf(control, intent, view.spec, params);
  return change ? withChange(view.spec, params, change) : params;
}

/** `params` with a change: another run begins at its end, without the edits of the one before. The same object where nothing changes. */
export function withChange<P extends Params>(spec: Spec, params: P, change: Change): P {
  const before = params as Readonly<Record<string, unknown>>;
  const changed = Object.keys(change).filter((key) => change[key] !== before[key]);
  if (!changed.length) return params;
  const restarts = changed.some((key) => key !== 'step' && (spec[key]?.affects ?? 'run') === 'run');
  return {
    ...params,
    ...(restarts ? { step: undefined, ...(spec.edits ? { edits: [] } : {}) } : {}),
    ...change,
  };
}

function changeOf(
  control: Exclude<Control, { kind: 'drag' }>,
  intent: Exclude<Intent, { do: 'set' }>,
  spec: Spec,
  params: Params,
): Change | undefined {
  if (control.kind === 'press') return intent.do === 'tap' ? control.set : undefined;
  if (intent.do === 'tap') return undefined;
  switch (control.kind) {
    case 'slider':
      return slid(control, intent, spec, params);
    case 'dial':
      return dialled(control, intent);
    case 'orbit':
      return orbited(control, intent);
    case 'grid':
      return stepped(control, intent);
    case 'sequence':
      return read(control, intent);
  }
}

function slid(control: SliderControl, intent: Move | Nudge, spec: Spec, params: Params): Change {
  const { key, scale, also, always } = control;
  const field = spec[key];
  const whole = field?.kind === 'int';
  const [low, high] = scale.domain;
  const given = (params as Readonly<Record<string, number | undefined>>)[key];
  // Where the params name a value beyond the scale (a unit of which there are fewer), the hand begins where the knob is drawn.
  const inside = given !== undefined && given >= low && given <= high;
  const now = inside ? given : (control.value ?? given);
  const round = control.round ?? (whole ? Math.round : (value: number): number => value);
  const raw = intent.do === 'move' ? scale.invert(intent.x) : keyed(control, now, whole, intent);
  const value = Math.max(low, Math.min(high, round(raw, intent.do === 'move' ? 'pointer' : 'key')));
  if (value === now && now !== undefined) return always ?? {};
  // The last step of a run is the one that is left out.
  return { [key]: key === 'step' && value >= high ? undefined : value, ...also, ...always };
}

/** Where a key leads. A slider that stands nowhere begins at the end that the key points away from. */
function keyed(control: SliderControl, now: number | undefined, whole: boolean, intent: Nudge): number {
  const { scale, keys, stops = [], ends = scale.domain } = control;
  const by = intent.dx || intent.dy;
  if (intent.size === 'end') return by > 0 ? ends[1] : ends[0];
  if (now === undefined) return by > 0 ? ends[0] : ends[1];
  const step = keyStep(keys, intent.size);
  if (typeof step === 'function') return step(now, by);
  if (typeof step === 'number') return now + by * step;
  if (step === 'next stop') return nextStop(stops, now, by) ?? (by > 0 ? ends[1] : ends[0]);
  if ('stops' in step) return stopAhead(stops, now, by, step.stops);
  if ('multiples' in step) return nextMultiple(step.multiples, now, by);
  if ('decades' in step) return now * exp(by * LN10 * step.decades);
  const on = scale.along(now, by * step.track);
  return whole && Math.abs(Math.round(on) - now) < 1 ? now + by : on;
}

const keyStep = ({ step, fine = step, page = step }: KeySteps, size: 'step' | 'fine' | 'page'): KeyStep =>
  ({ step, fine, page })[size];

const nextStop = (stops: readonly number[], now: number, by: number): number | undefined =>
  by > 0 ? stops.find((stop) => stop > now + 1e-6) : stops.findLast((stop) => stop < now - 1e-6);

/** The n-th stop on, or the last one that there is. */
function stopAhead(stops: readonly number[], now: number, by: number, n: number): number {
  const ahead = by > 0 ? stops.filter((stop) => stop > now) : stops.filter((stop) => stop < now).reverse();
  return ahead[Math.min(n, ahead.length) - 1] ?? now;
}

const nextMultiple = (of: number, now: number, by: number): number =>
  by > 0 ? (Math.floor(now / of) + 1) * of : (Math.ceil(now / of) - 1) * of;

const degrees = (angle: number): number => ((Math.round(angle) % 360) + 360) % 360;

function dialled({ key, value, middle: [cx, cy], keys, ends }: DialControl, intent: Move | Nudge): Change {
  if (intent.do === 'move') {
    return { [key]: degrees((Math.atan2(intent.y - cy, intent.x - cx) * 180) / Math.PI + 90) };
  }
  const by = intent.dx || intent.dy;
  if (intent.size === 'end') return { [key]: degrees(by > 0 ? ends[1] : ends[0]) };
  const step = keyStep(keys, intent.size);
  return typeof step === 'number' ? { [key]: degrees(value + by * step) } : {};
}

const DEGREES_A_KEY = { step: 15, fine: 3, page: 45 };

/** A finger on the rim turns it by 60 degrees a radius; keys by 15 degrees. Home and End set it upright. */
function orbited({ yaw, pitch, radius }: OrbitControl, intent: Move | Nudge): Change {
  if (intent.do === 'nudge' && intent.size === 'end') return { yaw: 0, pitch: 0 };
  const k = intent.do === 'move' ? 60 / radius : DEGREES_A_KEY[intent.size as 'step' | 'fine' | 'page'];
  const down = intent.do === 'move' ? intent.dy : -intent.dy;
  return {
    yaw: degrees(yaw + k * intent.dx + 180) - 180,
    pitch: Math.max(-90, Math.min(90, Math.round(pitch + k * down))),
  };
}

function stepped(control: GridControl, intent: Move | Nudge): Change | undefined {
  const { columns, rows, page = 5 } = control;
  const clamp = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
  if (intent.do === 'move') {
    const cell = control.cellAt(intent.x, intent.y);
    return cell && control.change(clamp(cell.column, columns), clamp(cell.row, rows));
  }
  const far = { step: 1, fine: 1, page, end: Math.max(columns, rows) }[intent.size];
  return control.change(
    clamp(control.column + intent.dx * far, columns),
    clamp(control.row + intent.dy * far, rows),
  );
}

/** In reading order: arrows go along a row and from row to row, page keys by a row. */
function read(control: SequenceControl, intent: Move | Nudge): Change {
  const { key, value, count, perRow } = control;
  const at = (index: number): Change => ({ [key]: Math.max(0, Math.min(count - 1, index)) });
  if (intent.do === 'move') return at(control.indexAt(intent.x, intent.y));
  const { dx, dy, size } = intent;
  if (size === 'end') return at(dx > 0 ? count - 1 : 0);
  return at(size === 'page' ? value + dx * perRow : value + dx - dy * perRow);
}
