// Numbers as text, in one way everywhere: a true minus, no "−0.00", thousands in groups.

/** 12345.6789 -> "12,345.679". Not `toLocaleString`: its first call loads the tables of all languages, 25 ms before a page's first figure lives. */
export function grouped(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1000) / 1000).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}

/** A true minus for the hyphen of a printed number. */
export const minus = (text: string): string => text.replace('-', '−');

/** Fixed digits: -0.123 -> "−0.12", -0.001 -> "0.00". */
function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
/** -0.123 -> "−0.12" */
export const fixed2 = (value: number): string => fixed(value, 2);
/** -0.1234 -> "−0.123" */
export const fixed3 = (value: number): string => fixed(value, 3);

/** "+0.40", "−1.1"; short: "+.4", where there is little room. */
export function signed(value: number, digits: number, short = false): string {
  const text = Math.abs(value).toFixed(digits);
  return `${value < 0 ? '−' : '+'}${short ? text.replace(/^0\./, '.') : text}`;
}

/** 0.95 -> "95%", 0.9523 -> "95.2%" */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
/** 0.9523 -> "95%" */
export const wholePercent = (share: number): string => `${Math.round(share * 100)}%`;
