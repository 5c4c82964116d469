import { claims } from '../../src/widgets/superposition/claims.ts';
import { replay } from './replay.ts';

replay('superposition', claims);
