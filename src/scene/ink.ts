// Colour roles. On the page they are CSS variables (src/styles/tokens.css), so that one still serves both
// illuminations; in a file that leaves the page they are the hex values below. A unit test keeps the two equal.

export type Illumination = 'light' | 'dark';

/** role: [brightfield, darkfield] */
export const inks = {
  paper: ['#F6F8F8', '#10171E'],
  plate: ['#FDFEFE', '#151E26'],
  ink: ['#16222C', '#E9EEF0'],
  'ink-2': ['#4A5A66', '#A9B6BE'],
  'ink-3': ['#7C8A94', '#74838D'],
  rule: ['#CBD4D8', '#2F3C46'],
  wash: ['#E8EDEE', '#1D2831'],
  signal: ['#D1391B', '#FF7A55'],
  'signal-ink': ['#B92F14', '#FF8A68'],
  'signal-fill': ['#C5351A', '#FF7A55'],
  'on-signal': ['#FFFFFF', '#10171E'],
  f1: ['#0D57BA', '#5A82DA'],
  'f1-ink': ['#0D57BA', '#7C9DEE'],
  f2: ['#CE7702', '#FBC439'],
  'f2-ink': ['#9A5600', '#FBC439'],
  f3: ['#279C80', '#39B78F'],
  'f3-ink': ['#00755C', '#39B78F'],
  f4: ['#861133', '#C5476D'],
  'f4-ink': ['#861133', '#E46C90'],
  f5: ['#A974D3', '#BF9BFC'],
  'f5-ink': ['#8450AE', '#BF9BFC'],
  f6: ['#06446E', '#8DD2DA'],
  'f6-ink': ['#06446E', '#8DD2DA'],
  neg: ['#3F7387', '#6FA9BF'],
  pos: ['#8F6A3A', '#C79C62'],
} as const;

export type Ink = keyof typeof inks;

/** The value of a fill or stroke: a role, never a colour. */
export const ink = (role: Ink): string => `var(--${role})`;

/** Line weights, the engraver's set; slides swap the values, never the names. In px. */
export const weights = {
  page: { hair: 0.75, fine: 1, line: 1.75, vec: 2.75, hand: 3 },
  slide: { hair: 1.5, fine: 2, line: 4, vec: 7, hand: 6 },
} as const;
export type Weights = { readonly [name in keyof typeof weights.page]: number };

/** The two typefaces, as roles too; sans is the default of every picture. */
export const serif = 'var(--serif)';
const abroad = {
  serif: "'Dream Serif','Source Serif 4','Source Serif 4 Variable',Georgia,serif",
  sans: "'Dream Sans','Atkinson Hyperlegible Next','Atkinson Hyperlegible Next Variable',Verdana,sans-serif",
};

/** `var(--role)` to hex or to a list of typefaces, for pictures that leave the page. Anything else passes unchanged. */
export function hex(illumination: Illumination): (value: string) => string {
  const side = illumination === 'dark' ? 1 : 0;
  return (value) =>
    value.replace(
      /var\(--([\w-]+)(?:,[^)]*)?\)/g,
      (whole, role: string) => inks[role as Ink]?.[side] ?? abroad[role as 'sans'] ?? whole,
    );
}
