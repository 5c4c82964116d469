import { claims } from '../../src/widgets/polytopes/claims.ts';
import { replay } from './replay.ts';

replay('polytopes', claims);
