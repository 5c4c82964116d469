// Every figure of the site, in the order of the essay. Adding a widget is adding its line here: the contract tests, the
// pages and the travelling modules are all made from this table.
export const registry = {
  superposition: () => import('./superposition/element.ts'),
  'phase-diagram': () => import('./phase-diagram/element.ts'),
  polytopes: () => import('./polytopes/element.ts'),
  'neuron-reading': () => import('./neuron-reading/element.ts'),
  dictionary: () => import('./dictionary/element.ts'),
  codes: () => import('./codes/element.ts'),
  circuit: () => import('./circuit/element.ts'),
  families: () => import('./families/element.ts'),
  branches: () => import('./branches/element.ts'),
  'same-shape': () => import('./same-shape/element.ts'),
  gabors: () => import('./gabors/element.ts'),
  induction: () => import('./induction/element.ts'),
  grokking: () => import('./grokking/element.ts'),
  'double-descent': () => import('./double-descent/element.ts'),
  explainer: () => import('./explainer/element.ts'),
  'scaling-cost': () => import('./scaling-cost/element.ts'),
  audit: () => import('./audit/element.ts'),
  gallery: () => import('./gallery/element.ts'),
} as const;

export type WidgetName = keyof typeof registry;
export const names = Object.keys(registry) as WidgetName[];
