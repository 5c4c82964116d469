import { claims } from '../../src/widgets/same-shape/claims.ts';
import { replay } from './replay.ts';

replay('same-shape', claims);
