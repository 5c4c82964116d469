import { chromium } from '@playwright/test';
import { findChromium } from './tests/tools/browser.mjs';
const b = await chromium.launch({ executablePath: findChromium().path });
const [,, hash, sel, name, width = '1440', scheme = 'light'] = process.argv;
const p = await b.newPage({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme });
p.on('console', m => console.log('console', m.type(), m.text())); p.on('pageerror', e => console.log('error', e));
await p.goto('http://localhost:4419/lab/' + hash); await p.waitForTimeout(3000);
await p.locator(sel).first().screenshot({ path: `/tmp/labshots/${name}.png` });
await b.close();
