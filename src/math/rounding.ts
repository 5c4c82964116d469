// Rounded numbers, for addresses and for what a page carries. Never -0.

const to = (value: number, unit: number): number => Math.round(value * unit) / unit || 0;

export const round2 = (value: number): number => to(value, 1e2);
export const round3 = (value: number): number => to(value, 1e3);
/** As in an address: four decimals. */
export const round4 = (value: number): number => to(value, 1e4);
