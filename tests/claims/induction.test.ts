import { claims } from '../../src/widgets/induction/claims.ts';
import { replay } from './replay.ts';

replay('induction', claims);
