// The compiled kernels: one WebAssembly module of f32 SIMD, no relaxed SIMD, no imports. src/math/kernels/plain.ts says the
// same in f64 TypeScript; src/math/kernels/kernels.ts is the signature of both. AssemblyScript: compiled by `build.ts`.

export { alloc, mark, reset } from "./as/arena";
export { gemm } from "./as/gemm";
export { attend, attendBack } from "./as/attention";
export { add, scaled, times, relu, gate, bias, biasBack, rows, rowsBack, unitRows, topk, adamw } from "./as/elementwise";
export { crossEntropy, crossEntropyBack, squaredError, squaredErrorBack, absolute, absoluteBack } from "./as/losses";
export { im2col, meanPool } from "./as/images";
export { draw } from "./as/draw";
export { toy } from "./as/toy";
export { sparse } from "./as/sparse";
export { sweep } from "./as/sweep";
