import { claims } from '../../src/widgets/circuit/claims.ts';
import { replay } from './replay.ts';

replay('circuit', claims);
