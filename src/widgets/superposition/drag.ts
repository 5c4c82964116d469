// The reader's hand on a feature's ring: where it pulls the vector to, as an edit of the run.

import { MAX_EDITS, type Edit } from '../../runtime/params.ts';
import { round4 } from '../../math/rounding.ts';
import type { HandIntent, Layout } from '../../runtime/widget.ts';
import { STAINS } from '../../scene/glyph.ts';
import type { SuperpositionSnapshot } from './snapshot.ts';
import type { SuperpositionParams } from './params.ts';
import { layoutPanels } from './layout.ts';

type Nudge = Extract<HandIntent, { do: 'nudge' }>;
type Vector = readonly [number, number];

/** How far a vector can be pulled, in reticle radii. */
const REACH = 1.5;
const RING = 'ring-';
const STEP = { step: 0.05, fine: 0.01, page: 0.1 };

/** The params after a hand on the ring of a feature; the same object where it means nothing. */
export function drag(
  params: SuperpositionParams,
  snapshot: SuperpositionSnapshot,
  intent: HandIntent,
  layout: Layout,
): SuperpositionParams {
  const index = Number(intent.handle.slice(RING.length));
  const from = snapshot.vectors[index];
  if (!intent.handle.startsWith(RING) || !from) return params;
  if (intent.do === 'tap') return stained(params, snapshot.n, index);
  const to = intent.do === 'move' ? pointed(intent, layout) : nudged(from, snapshot.norms[index], intent);
  const [x, y] = withinReach(to);
  const edit = {
    step: snapshot.step,
    verb: 'move',
    index,
    x: round4(x),
    y: snapshot.m === 1 ? 0 : round4(y),
  };
  return withEdit(params, snapshot, edit);
}

/** Where a pointer is, in reticle radii. */
function pointed({ x, y }: { readonly x: number; readonly y: number }, layout: Layout): Vector {
  const { plane } = layoutPanels(layout);
  return [(x - plane.cx) / plane.R, (plane.cy - y) / plane.R];
}

/** Arrows move the tip; Page makes it longer or shorter; End makes it of length 1, Home takes it to the origin. */
function nudged([x, y]: Vector, norm: number, { dx, dy, size }: Nudge): Vector {
  if (size === 'step' || size === 'fine') return [x + dx * STEP[size], y + dy * STEP[size]];
  const [ux, uy] = norm > 1e-6 ? [x / norm, y / norm] : [1, 0];
  const end = dx > 0 ? 1 : 0;
  const long = size === 'page' ? Math.max(0, norm + dx * STEP.page) : end;
  return [ux * long, uy * long];
}

function withinReach([x, y]: Vector): Vector {
  const long = Math.sqrt(x * x + y * y);
  const k = long > REACH ? REACH / long : 1;
  return [x * k, y * k];
}

/** Above six features a tap lends a stain to a feature, or takes it back; six at most. */
function stained(params: SuperpositionParams, n: number, index: number): SuperpositionParams {
  if (n <= STAINS) return params;
  const stains = params.stains ^ (1 << index);
  const worn = [...stains.toString(2)].filter((bit) => bit === '1').length;
  return worn > STAINS ? params : { ...params, stains };
}

/** An edit joins the run at its step. Later ones belong to a run that this one leaves; one at the same step and feature is replaced. */
function withEdit(
  params: SuperpositionParams,
  { step }: SuperpositionSnapshot,
  edit: Edit,
): SuperpositionParams {
  const kept = params.edits.filter(
    (e) => e.step < edit.step || (e.step === edit.step && e.index !== edit.index),
  );
  return kept.length >= MAX_EDITS ? params : { ...params, edits: [...kept, edit], step };
}
