import { claims } from '../../src/widgets/gabors/claims.ts';
import { replay } from './replay.ts';

replay('gabors', claims);
