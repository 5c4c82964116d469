import { claims } from '../../src/widgets/branches/claims.ts';
import { replay } from './replay.ts';

replay('branches', claims);
