import { claims } from '../../src/widgets/scaling-cost/claims.ts';
import { replay } from './replay.ts';

replay('scaling-cost', claims);
