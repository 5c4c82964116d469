import { claims } from '../../src/widgets/codes/claims.ts';
import { replay } from './replay.ts';

replay('codes', claims);
