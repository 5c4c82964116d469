// What the site can set. A test holds every page against it: a character outside would fall back to another typeface.
const range = (first: number, last: number): string => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

const ASCII = range(0x20, 0x7e);
/** punctuation of good typesetting, arithmetic of the figures, superscripts and subscripts, names in the bibliography */
const BEYOND = '\u00a0‘’“”–—…·×−±°½¼¾²³§©«»¡¿•→←↑↓≤≥≈≠√∞∑∥₀₁₂₃₄₅₆₇₈₉⁰¹⁴⁵⁶⁷⁸⁹⅓⅔⅖⅛⅜⅝' + 'ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿłńšž';

export const CHARACTERS = ASCII + BEYOND;
/** emphasis and titles of works */
export const ITALIC = ASCII.replace(/[#$%*+/<=>@[\\\]^_`{|}~"]/g, '') + '\u00a0‘’“”–—…éèöüäïçñ';
/** source code of this repository */
export const CODE = ASCII + '‘’“”–—…·×²±≤≥≠→√∑éö';
/** titles in display size carry no formulas */
export const DISPLAY = range(0x20, 0x7e).replace(/[#$%&*+/<=>@[\\\]^_`{|}~"]/g, '') + '‘’“”–—…éö';
