import { claims } from '../../src/widgets/dictionary/claims.ts';
import { replay } from './replay.ts';

replay('dictionary', claims);
