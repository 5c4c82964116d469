import { claims } from '../../src/widgets/audit/claims.ts';
import { replay } from './replay.ts';

replay('audit', claims);
