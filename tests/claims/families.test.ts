import { claims } from '../../src/widgets/families/claims.ts';
import { replay } from './replay.ts';

replay('families', claims);
