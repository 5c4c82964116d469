import { claims } from '../../src/widgets/double-descent/claims.ts';
import { replay } from './replay.ts';

replay('double-descent', claims);
