// Films of the runs, opened by a second program: the browser's own decoders, which go to every frame. What the encoders promise
// is not asked: a browser without H.264 gets WebM, one without encoders a GIF.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { names } from './places.ts';
import { expect, open, test, type Figure } from './support.ts';

const FRAMES = 150;
const RATE = 30;
const kinds = { mp4: 'video/mp4', webm: 'video/webm', gif: 'image/gif' } as const;
type Ending = keyof typeof kinds;

test.beforeEach(({ browserName }) => {
  test.skip(
    browserName !== 'chromium',
    'the codecs of the test’s Firefox differ from a reader’s, and its protocol tells of no download',
  );
});

/** Takes the film from the figure's panel; undefined where there is no run to film. */
async function filmed(page: Page, f: Figure): Promise<{ bytes: Buffer; ending: Ending } | undefined> {
  await f.tool('download').click();
  await expect(f.tool('svg')).toBeVisible();
  if (!(await f.tool('film').count())) return undefined;
  const saved = page.waitForEvent('download', { timeout: 400_000 });
  await f.tool('film').click();
  await expect(f.at.locator('progress')).toBeVisible();
  const file = await saved;
  return {
    bytes: readFileSync(await file.path()),
    ending: file.suggestedFilename().split('.').at(-1) as Ending,
  };
}

/** What a video element finds when it is taken to the middle of every frame. */
async function played(
  page: Page,
  bytes: Buffer,
  type: string,
): Promise<{ seconds: number; width: number; height: number; times: number[]; pictures: number }> {
  const other = await page.context().newPage(); // ours lets no video in
  const found = await other.evaluate(
    async ([base64, type, frames, rate]) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(
        new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type }),
      );
      await new Promise((go, fail) => {
        video.onloadeddata = go;
        video.onerror = () => fail(new Error(video.error?.message));
      });
      const pen = Object.assign(document.createElement('canvas'), { width: 320, height: 180 }).getContext(
        '2d',
        { willReadFrequently: true },
      )!;
      const times: number[] = [];
      const pictures = new Set<string>();
      for (let i = 0; i < frames; i++) {
        const shown = new Promise<number>((go) => {
          video.requestVideoFrameCallback((_, { mediaTime }) => go(mediaTime));
        });
        video.currentTime = (i + 0.5) / rate;
        const again = setInterval(() => {
          video.currentTime = (i + 0.5) / rate + 1e-3;
        }, 5000); // a busy compositor may pass a frame over
        times.push(Math.round((await shown) * rate)); // WebM counts in milliseconds
        clearInterval(again);
        pen.drawImage(video, 0, 0, 320, 180);
        pictures.add(
          String(
            pen
              .getImageData(0, 0, 320, 180)
              .data.reduce((sum, v, at) => (sum * 31 + v * ((at % 7) + 1)) % 1e9, 0),
          ),
        );
      }
      return {
        seconds: video.duration,
        width: video.videoWidth,
        height: video.videoHeight,
        times,
        pictures: pictures.size,
      };
    },
    [bytes.toString('base64'), type, FRAMES, RATE] as const,
  );
  await other.close();
  return found;
}

for (const name of names) {
  test(
    `the film of ${name} decodes to its frames`,
    { tag: name === 'superposition' ? '@gate' : [] },
    async ({ page }) => {
      test.setTimeout(480_000);
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      const film = await filmed(page, f);
      const end = await f.at.evaluate((e) => (e as unknown as { snapshot: { end: number } }).snapshot.end);
      if (!film) return expect(end, 'only what has no run has no film').toBeLessThanOrEqual(1);
      const { bytes, ending } = film;
      expect(
        ending === 'mp4' ? bytes.toString('latin1', 4, 8) === 'ftyp' : bytes.readUInt32BE(0) === 0x1a45dfa3,
        `${ending} begins as one`,
      ).toBe(true);
      const { seconds, width, height, times, pictures } = await played(page, bytes, kinds[ending]);
      expect(seconds).toBeCloseTo(FRAMES / RATE, 1);
      expect([width, height]).toEqual([1280, 720]);
      expect(times, 'every frame is there, once').toEqual(Array.from({ length: FRAMES }, (_, i) => i));
      expect(pictures, 'the run moves').toBeGreaterThan(1);
    },
  );
}

test('without H.264 the film is a WebM, without encoders a GIF', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const { isConfigSupported } = VideoEncoder;
    VideoEncoder.isConfigSupported = (config) =>
      config.codec.startsWith('avc')
        ? Promise.resolve({ supported: false, config })
        : isConfigSupported.call(VideoEncoder, config);
  });
  let f = await open(page, 'figures/superposition/');
  const webm = (await filmed(page, f))!;
  expect([webm.ending, webm.bytes.readUInt32BE(0)]).toEqual(['webm', 0x1a45dfa3]);
  await expect(f.at.locator('.panel')).toContainText('WebM');
  expect((await played(page, webm.bytes, kinds.webm)).times).toEqual(
    Array.from({ length: FRAMES }, (_, i) => i),
  );

  await page.addInitScript(() => {
    delete (globalThis as { VideoEncoder?: unknown }).VideoEncoder;
  });
  f = await open(page, 'figures/superposition/?gif');
  const gif = (await filmed(page, f))!;
  expect([gif.ending, gif.bytes.toString('latin1', 0, 3)]).toEqual(['gif', 'GIF']);
  await expect(f.at.locator('.panel')).toContainText('GIF');
  const decoded = await page.evaluate(async (base64) => {
    const images = new ImageDecoder({
      data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
      type: 'image/gif',
    });
    await images.tracks.ready;
    await images.completed;
    const { frameCount } = images.tracks.selectedTrack!;
    const sizes = new Set<string>();
    for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
      const { image } = await images.decode({ frameIndex });
      sizes.add(`${image.displayWidth} x ${image.displayHeight}`);
      image.close();
    }
    return { frameCount, sizes: [...sizes] };
  }, gif.bytes.toString('base64'));
  expect(decoded).toEqual({ frameCount: 40, sizes: ['640 x 360'] });
});

test('a film can be cancelled', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, 'figures/superposition/');
  await f.tool('download').click();
  await f.tool('film').click();
  await f.tool('cancel').click();
  await expect(f.at.locator('.panel')).toContainText('cancelled');
});
