import { claims } from '../../src/widgets/neuron-reading/claims.ts';
import { replay } from './replay.ts';

replay('neuron-reading', claims);
