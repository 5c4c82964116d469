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
