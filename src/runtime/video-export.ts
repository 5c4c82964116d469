// The run as a moving picture: H.264 in MP4 where the browser can, else VP9 in WebM, else GIF. Whether it can is found by
// encoding: Firefox on Linux may promise H.264 and fail at the first frame. The frames come from a run of their own, so the
// reader's stands still. Loaded at the click, with its encoders (mediabunny, gifenc).

import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality, WebMOutputFormat } from 'mediabunny';
import { hex } from '../scene/ink.ts';
import { standalone } from '../scene/print.ts';
import { createPlayer } from './player.ts';
import type { FigureDefinition } from './widget.ts';
import { exportLayout } from './export-layout.ts';
import { embeddedFaces } from './typeface.ts';

export interface VideoOptions {
  readonly definition: FigureDefinition<any, any, any>;
  readonly params: object;
  readonly data: unknown;
  readonly base: string;
  readonly dark: boolean;
  /** the run's last step */
  readonly end: number;
  readonly signal: AbortSignal;
  /** a part of the whole, 0 to 1 */
  progress(part: number): void;
}

const WIDTH = 1280;
const HEIGHT = 720;
const RATE = 30;
const MOVING = 120;
const STILL = 30; // four seconds of run, one of rest
const SMALL = [640, 360, 10] as const; // GIF: width, height, frames a second

/** @throws AbortError when it was cancelled, or when no encoder works */
export async function exportVideo(
  given: VideoOptions,
): Promise<{ blob: Blob; ending: 'mp4' | 'webm' | 'gif' }> {
  const screen = await projector(given);
  try {
    // WebKitGTK's page dies when its encoder is asked anything.
    const able =
      typeof VideoEncoder !== 'undefined' &&
      !(
        /AppleWebKit/.test(navigator.userAgent) &&
        !/Chrome/.test(navigator.userAgent) &&
        /Linux/.test(navigator.userAgent)
      );
    for (const ending of able ? (['mp4', 'webm'] as const) : []) {
      try {
        return { blob: await encoded(ending, screen, given), ending };
      } catch (error) {
        given.signal.throwIfAborted();
        if (screen.broken) throw error;
      }
    }
    return { blob: await gif(screen, given), ending: 'gif' };
  } finally {
    screen.close();
  }
}

/** Draws frame i of the film into a canvas. */
async function projector({ definition, params, data, base, dark, end, signal }: VideoOptions) {
  const { view } = definition;
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const player = createPlayer(
    definition,
    { params: { ...params, step: 0 } as never, data, base },
    { changed() {}, settled() {}, failed() {} },
  );
  const faces = await embeddedFaces(['Dream Sans', 'Dream Serif']);
  const look = hex(dark ? 'dark' : 'light');
  let shown = -1;
  player.wake();
  return {
    canvas,
    pen,
    broken: false,
    async draw(i: number): Promise<void> {
      signal.throwIfAborted();
      const step = Math.min(end, Math.round((end * i) / (MOVING - 1)));
      if (step === shown) return;
      shown = step;
      player.seek(step);
      await player.arrived();
      if (player.status === 'failed') {
        this.broken = true;
        throw new Error(player.notices[0]);
      }
      const text = view.text(player.params, player.snapshot, player.data);
      const picture = exportLayout(
        text,
        view.scene(player.params, player.snapshot, { composition: 'wide', width: 1172 }, player.data),
      );
      const image = new Image();
      const svg = standalone(picture, look, 'var(--paper)');
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(faces ? svg.replace('<title>', `<style>${faces}</style><title>`) : svg)}`;
      await image.decode();
      const k = Math.min(WIDTH / picture.width, HEIGHT / picture.height);
      const [w, h] = [picture.width * k, picture.height * k];
      pen.fillStyle = look('var(--paper)');
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      pen.drawImage(image, (WIDTH - w) / 2, (HEIGHT - h) / 2, w, h);
    },
    close: () => player.close(),
  };
}
type Projector = Awaited<ReturnType<typeof projector>>;

async function encoded(
  ending: 'mp4' | 'webm',
  screen: Projector,
  { progress, signal }: VideoOptions,
): Promise<Blob> {
  const target = new BufferTarget();
  const mp4 = ending === 'mp4';
  const output = new Output({
    format: mp4 ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(screen.canvas, {
    codec: mp4 ? 'avc' : 'vp9',
    bitrate: new Quality('high'),
  });
  output.addVideoTrack(source, { frameRate: RATE });
  try {
    await output.start();
    for (let i = 0; i < MOVING + STILL; i++) {
      await screen.draw(i);
      await source.add(i / RATE, 1 / RATE);
      progress(i / (MOVING + STILL));
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  }
  signal.throwIfAborted();
  return new Blob([target.buffer!], { type: `video/${ending}` });
}

async function gif(screen: Projector, { end, progress }: VideoOptions): Promise<Blob> {
  const [width, height, rate] = SMALL;
  const every = RATE / rate;
  const small = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', {
    willReadFrequently: true,
  })!;
  const out = GIFEncoder();
  const pixels = async (i: number): Promise<Uint8ClampedArray> => {
    await screen.draw(i);
    small.drawImage(screen.canvas, 0, 0, width, height);
    return small.getImageData(0, 0, width, height).data;
  };
  const palette = quantize(await pixels(end ? MOVING - 1 : 0), 256); // one for all frames: flat colours do not flicker
  for (let i = 0; i < MOVING; i += every) {
    const last = i + every >= MOVING;
    out.writeFrame(applyPalette(await pixels(last ? MOVING - 1 : i), palette), width, height, {
      palette: i ? undefined : palette,
      delay: last ? 1500 : 1000 / rate,
    });
    progress(i / MOVING);
  }
  out.finish();
  return new Blob([out.bytes() as BlobPart], { type: 'image/gif' });
}
