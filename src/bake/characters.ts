// What the site can set. A test holds every page against it: a character outside would fall back to another typeface.
const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const ASCII = range(0x20, 0x7e);
/** names in the bibliography */
const LETTERS = 'ÁÄÅÇÉÖØÜßàáâäåçèéêëíïñóôöøúüý';
const POINTS = '\u00a0‘’“”–—…·×−±½';
/** labels and notes: the arithmetic of the figures as well */
export const CHARACTERS = ASCII + LETTERS + POINTS + '°¼¾²³¹§©«»•';
/** reading text */
export const PROSE = ASCII + LETTERS + POINTS;
/** What the typefaces do not have and the site sets all the same, in whatever the reader's machine has. Keep it short. */
export const BORROWED = '⁰⁴⁵⁶⁷⁸⁹\u0302ᵀ⟋⟍ćš→≤≥≈⅓⅔⅖⅜⁰⁴⁵⁶⁷⁸⁹';
/** emphasis and titles of works */
export const ITALIC = ASCII.replace(/[#$%*+/<=>@[\\]^_`{|}~"]/g, '') + '\u00a0‘’“”–—…éèöüäïçñ';
/** source code of this repository */
export const CODE = ASCII + '‘’“”–—…·×²±éö';
/** titles in display size carry no formulas */
export const DISPLAY = range(0x20, 0x7e).replace(/[#$%&*+/<=>@[\\]^_`{|}~"]/g, '') + '‘’“”–—…éö';
