// A snapshot straight from the record of a run. At the last step its weights are there and answer everything; at the steps
// before, it holds the samples and the composition table. What is not in it is left to the model, which makes the run again.

import { EVERY, STEPS } from '../../models/heads.ts';
import { composition, reading, type Transcript } from '../../models/transcript.ts';
import { answer, tidy } from './answer.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';

/** The snapshot of these params from the record; undefined: it is not in it. */
export function known(
  params: InductionParams,
  { two, cut, fingerprints, frames, weights }: Transcript,
): InductionSnapshot | undefined {
  const { step = STEPS, layers, text, knock, by, sample, table } = params;
  const index = step / EVERY;
  if (!frames || !weights || !fingerprints || layers !== 2 || !Number.isInteger(index)) return undefined;
  const last = step === STEPS;
  if (!last && (text || knock !== 'none' || table !== 'composition')) return undefined;
  const answered = last
    ? answer(weights, 2, params)
    : {
        reading: reading(frames, index, sample === 'long' ? 1 : 0),
        ahead: [],
        table: composition(frames, index),
      };
  return {
    step,
    end: STEPS,
    layers,
    scores: tidy(two[index]),
    without: knock === 'none' ? undefined : tidy(cut[`${knock} ${by}`][index]),
    course: two.slice(0, index).map(tidy),
    fingerprint: fingerprints[index],
    ...answered,
  };
}

/** The nearest recorded step of the same network, without what has to wait for its weights. */
export const near = (params: InductionParams, record: Transcript): InductionSnapshot | undefined =>
  params.text
    ? undefined
    : known(
        {
          ...params,
          step: EVERY * Math.round((params.step ?? STEPS) / EVERY),
          knock: 'none',
          table: 'composition',
        },
        record,
      );
