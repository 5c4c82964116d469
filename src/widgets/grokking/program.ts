// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import { written } from '../../runtime/program.ts';
import type { Program } from '../../runtime/widget.ts';
import type { GrokkingSnapshot } from './model.ts';
import type { GrokkingParams } from './params.ts';

export const program: Program<GrokkingParams, GrokkingSnapshot> = ({ seed, decay }, { step, course, progress: { trainLoss, testLoss, trainRight, testRight } }, address) =>
  written(run, { ADDRESS: JSON.stringify(address), DECAY: decay, SEED: seed, STEP: step, FIGURE: `[${trainLoss}, ${testLoss}, ${trainRight}, ${testRight}]`, COURSE: `[${course.slice(0, 11).map((p) => p.testLoss).join(', ')}]` });
