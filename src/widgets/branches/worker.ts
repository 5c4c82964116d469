import { loadBundledKernels } from '../../math/kernels/bundled.ts';
import { serve } from '../../runtime/serve.ts';
import { model } from './model.ts';

serve(model, self as never, loadBundledKernels());
