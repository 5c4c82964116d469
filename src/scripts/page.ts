// The one script of every page, whatever it holds: small, so that it is one request.
import { cards } from './cards.ts';
import { copy } from './copy.ts';
import { illumination } from './illumination.ts';
import { light } from './light.ts';
import { rail } from './rail.ts';

illumination(document.querySelector('[data-theme-switch]')!);
copy();
cards();
light();
if (document.querySelector('.prose')) rail();
// What few readers press comes when it is pressed.
document.addEventListener('click', (e) => {
  const claim = (e.target as Element).closest?.<HTMLElement>('[data-check]');
  if (!claim || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  import('./checks.ts').then(({ check }) => check(claim), () => { location.href = claim.getAttribute('href')!; });
});
