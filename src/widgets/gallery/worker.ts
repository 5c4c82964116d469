import { carried } from '../../math/kernels/carried.ts';
import { serve } from '../../runtime/serve.ts';
import { model } from './model.ts';

serve(model, self as never, carried());
