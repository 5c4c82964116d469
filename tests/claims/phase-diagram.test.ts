import { claims } from '../../src/widgets/phase-diagram/claims.ts';
import { replay } from './replay.ts';

replay('phase-diagram', claims);
