import { claims } from '../../src/widgets/explainer/claims.ts';
import { replay } from './replay.ts';

replay('explainer', claims);
