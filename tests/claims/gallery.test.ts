import { claims } from '../../src/widgets/gallery/claims.ts';
import { replay } from './replay.ts';

replay('gallery', claims);
