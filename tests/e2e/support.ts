// What the browser tests share: a page whose every complaint is collected, the figure by its public view, and the servers
// (servers.ts) and ways of waiting (waiting.ts) that most of them need.

import { expect, test as base, type Locator, type Page } from '@playwright/test';

export { expect };
export { dist, pages } from '../built/site.ts';
export { folderHost, host, weight } from './servers.ts';
export { answered, atRest, drawn, waitFrames, hold } from './waiting.ts';
export const figurePage = 'figures/superposition/';
export const embedPage = 'embed/superposition/';
export const tag = 'dream-superposition';

export interface Complaints {
  readonly errors: string[];
  readonly strangers: string[];
  allow(pattern: RegExp): void;
}

/** What Firefox's protocol lacks: a test that asks for it is skipped there and named in the list of skips. */
const lacks: Readonly<Record<string, string>> = {
  emulateMedia: 'media emulation',
  pdf: 'printing',
  newCDPSession: 'Chromium’s own protocol',
  setOffline: 'switch for the connection',
  grantPermissions: 'permissions',
};
const skipped = (what: string) => (): never => base.skip(true, `Firefox’s protocol has no ${what}`) as never;
const without = <T extends object>(it: T): T =>
  Object.assign(
    it,
    Object.fromEntries(
      Object.entries(lacks)
        .filter(([name]) => name in it)
        .map(([name, what]) => [name, skipped(what)]),
    ),
  );
/** Its keys and pointers stay out of frames of another site, so hosts are another origin of the same site there; and it tells of no download. */
function inFirefox(page: Page): Page {
  const goto = page.goto.bind(page);
  const waitForEvent = page.waitForEvent.bind(page) as (...all: unknown[]) => Promise<never>;
  return Object.assign(without(page), {
    goto: (url: string, how?: object) => goto(url.replace('http://127.0.0.1:', 'http://localhost:'), how),
    waitForEvent: (event: string, ...how: unknown[]) =>
      event === 'download'
        ? skipped('event for a download from the page’s own bytes')()
        : waitForEvent(event, ...how),
  });
}

/** `complaints` fails a test whose page logged an error, threw, broke the content policy or asked another origin. */
export const test = base.extend<{ complaints: Complaints }>({
  context: async ({ context, browserName }, use) => {
    await use(browserName === 'firefox' ? without(context) : context);
  },
  page: async ({ page, browserName }, use) => {
    await use(browserName === 'firefox' ? inFirefox(page) : page);
  },
  complaints: [
    async ({ page, baseURL }, use) => {
      const errors: string[] = [];
      const strangers: string[] = [];
      const allowed: RegExp[] = [/Transition was aborted because of invalid state/]; // Chromium's own, on a busy machine
      const home = new URL(baseURL!).origin;
      page.on('console', (m) => {
        if (m.type() === 'error') errors.push(m.text());
      });
      page.on('pageerror', (error) => {
        errors.push(String(error));
      });
      page.on('request', (r) => {
        const { protocol, origin } = new URL(r.url());
        if (/^https?:/.test(protocol) && origin !== home) {
          strangers.push(r.url().replace('http://localhost:', 'http://127.0.0.1:'));
        }
      });
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (e) => {
          const { violatedDirective, blockedURI } = e as SecurityPolicyViolationEvent;
          console.error(`policy: ${violatedDirective} ${blockedURI}`);
        });
      });
      await use({
        errors,
        strangers,
        allow: (pattern) => {
          allowed.push(pattern);
        },
      });
      expect(
        errors.filter((line) => !allowed.some((a) => a.test(line))),
        'errors in the console',
      ).toEqual([]);
      expect(
        strangers.filter((line) => !allowed.some((a) => a.test(line))),
        'requests to other origins',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/** What of the element's contract the tests use. */
export interface Dream extends HTMLElement {
  state: Record<string, unknown>;
  readonly snapshot: {
    step: number;
    end: number;
    geometry: string;
    vectors: [number, number][];
    loss: number;
  };
  readonly fingerprint?: string;
  readonly status: string;
  readonly ready: Promise<void>;
  play(): void;
  pause(): void;
  advance(n: number): void;
  reset(): void;
  seek(n: number): void;
  settled(): Promise<void>;
  toSVG(): Promise<string>;
  toPNG(scale: number): Promise<Blob>;
  toJSON(): Promise<Record<string, unknown>>;
  toCSV(): Promise<string>;
}

/** One figure of a page, driven by its public view. */
export interface Figure {
  readonly at: Locator;
  status(): Promise<string>;
  step(): Promise<number>;
  print(): Promise<string | undefined>;
  state(): Promise<Record<string, unknown>>;
  call(method: 'play' | 'pause' | 'advance' | 'reset' | 'seek', ...args: number[]): Promise<void>;
  set(state: object): Promise<void>;
  tool(does: string): Locator;
  handle(name: string): Locator;
  reaches(status: string): Promise<void>;
}

export function figure(page: Page, selector: string = tag): Figure {
  const at = page.locator(selector).first();
  const read = <T>(get: (e: Dream) => T): Promise<T> => at.evaluate<T, unknown, Dream>(get);
  return {
    at,
    status: () => read((e) => e.status),
    step: () => read((e) => e.snapshot.step),
    print: () => read((e) => e.fingerprint),
    state: () => read((e) => JSON.parse(JSON.stringify(e.state)) as Record<string, unknown>),
    async call(method, ...args) {
      await at.evaluate(
        (e, [m, a]) => {
          void (e as any)[m as string](...a);
        },
        [method, args] as const,
      );
    },
    async set(state) {
      await at.evaluate((e, s) => {
        (e as unknown as Dream).state = s as Record<string, unknown>;
      }, state);
    },
    tool: (does) => at.locator(`[data-do="${does}"]`),
    handle: (name) => at.locator(`[data-handle="${name}"]`).first(),
    async reaches(status) {
      await expect.poll(() => read((e) => e.status), { timeout: 20_000 }).toBe(status);
    },
  };
}

/** Opens a page and waits until its figure lives. */
export async function open(page: Page, address: string, selector: string = tag): Promise<Figure> {
  await page.goto(address);
  await page.locator(selector).first().scrollIntoViewIfNeeded();
  await alive(page, selector);
  return figure(page, selector);
}

export async function alive(page: Page, selector: string = tag): Promise<void> {
  await page.waitForFunction((s) => {
    // not async: a promise would count as true
    const element = document.querySelector<Dream>(s);
    dispatchEvent(new Event('scroll')); // a reader is there: without one a page's figures rest for some seconds
    return !!element?.snapshot;
  }, selector);
  await page
    .locator(selector)
    .first()
    .evaluate((e) => (e as unknown as Dream).ready);
}

/** The fingerprint at a step, once the model has gone there. */
export async function printAt(f: Figure, step: number): Promise<string | undefined> {
  await f.call('seek', step);
  await expect.poll(() => f.step()).toBe(step);
  return f.print();
}

/** Workers of this page find no WebAssembly. */
export const withoutWasm = (): void => {
  const Real = Blob;
  Object.assign(window, {
    Blob: class extends Real {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(
          options?.type === 'text/javascript' ? ['self.WebAssembly=undefined;', ...parts] : parts,
          options,
        );
      }
    },
  });
};

/** The middle of an element on the screen. */
export async function middle(at: Locator): Promise<[number, number]> {
  const box = (await at.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}
