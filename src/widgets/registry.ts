// Every figure of the site, in the order of the essay. Adding a widget is adding its line here: the contract tests, the
// pages and the travelling modules are all made from this table.
import type { AnyFigure } from '../runtime/widget.ts';

export const registry = {
  superposition: () => import('./superposition/widget.ts'),
  'phase-diagram': () => import('./phase-diagram/widget.ts'),
  polytopes: () => import('./polytopes/widget.ts'),
  'neuron-reading': () => import('./neuron-reading/widget.ts'),
  dictionary: () => import('./dictionary/widget.ts'),
  codes: () => import('./codes/widget.ts'),
  circuit: () => import('./circuit/widget.ts'),
  families: () => import('./families/widget.ts'),
  branches: () => import('./branches/widget.ts'),
  'same-shape': () => import('./same-shape/widget.ts'),
  gabors: () => import('./gabors/widget.ts'),
  induction: () => import('./induction/widget.ts'),
  grokking: () => import('./grokking/widget.ts'),
  'double-descent': () => import('./double-descent/widget.ts'),
  explainer: () => import('./explainer/widget.ts'),
  'scaling-cost': () => import('./scaling-cost/widget.ts'),
  audit: () => import('./audit/widget.ts'),
  gallery: () => import('./gallery/widget.ts'),
} satisfies Record<string, () => Promise<{ figure: AnyFigure }>>;

export type WidgetName = keyof typeof registry;
export const names = Object.keys(registry) as WidgetName[];

/** The figure of a name; undefined where there is none. Its code comes now. */
export function loadFigure(name: string): Promise<{ readonly figure: AnyFigure }> | undefined {
  return Object.hasOwn(registry, name) ? registry[name as WidgetName]() : undefined;
}
