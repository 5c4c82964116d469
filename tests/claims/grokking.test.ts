import { claims } from '../../src/widgets/grokking/claims.ts';
import { replay } from './replay.ts';

replay('grokking', claims);
