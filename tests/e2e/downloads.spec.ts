// What a reader takes home from every figure, opened by a second program: the SVG by resvg, which must draw what the browser
// drew; the PNG beside the figure on the screen; CSV and JSON by Python; and the dream file's address by another page.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pixels } from '../../src/build/pixels.ts';
import { names } from './places.ts';
import { alive, drawn, expect, figure, open, test, type Dream } from './support.ts';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', '']).status === 0);
const read = (code: string, path: string): any =>
  JSON.parse(spawnSync(python!, ['-c', code, path], { encoding: 'utf8' }).stdout);
const AS_CSV =
  'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8",newline="")))))';
const AS_JSON = 'import json,sys; print(json.dumps(json.load(open(sys.argv[1],encoding="utf-8"))))';

/** Share of blocks of 6 x 6 px whose mean differs by more than a tenth of black to white; `from`: where the second picture lies in the first, to a px. */
function apart(
  page: Page,
  first: Buffer,
  second: Buffer,
  from?: readonly [x: number, y: number],
): Promise<number> {
  return page.evaluate(
    async ([a, b, at]) => {
      const image = async (base64: string): Promise<HTMLImageElement> => {
        const img = new Image();
        img.src = `data:image/png;base64,${base64}`;
        await img.decode();
        return img;
      };
      const one = await image(a);
      const two = await image(b);
      const wide = at ? two.width : one.width;
      const high = at ? two.height : one.height;
      const BLOCK = 6;
      const data = (img: HTMLImageElement, dx: number, dy: number): Uint8ClampedArray => {
        const pen = Object.assign(document.createElement('canvas'), { width: wide, height: high }).getContext(
          '2d',
        )!;
        pen.drawImage(img, dx, dy);
        return pen.getImageData(0, 0, wide, high).data;
      };
      const q = data(two, 0, 0);
      const share = (x: number, y: number): number => {
        const p = data(one, -x, -y);
        let off = 0;
        let all = 0;
        for (let v = 0; v + BLOCK <= high; v += BLOCK) {
          for (let u = 0; u + BLOCK <= wide; u += BLOCK, all++) {
            let sum = 0;
            for (let j = v; j < v + BLOCK; j++) {
              for (let i = u; i < u + BLOCK; i++) {
                for (let c = 0; c < 3; c++) sum += p[4 * (j * wide + i) + c] - q[4 * (j * wide + i) + c];
              }
            }
            if (Math.abs(sum) / (3 * BLOCK * BLOCK) > 25.5) off++;
          }
        }
        return off / all;
      };
      if (!at) return share(0, 0);
      return Math.min(...[-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => share(at[0] + dx, at[1] + dy))));
    },
    [first.toString('base64'), second.toString('base64'), from] as const,
  );
}

for (const name of names) {
  test(
    `${name}: every download opens elsewhere`,
    { tag: name === 'superposition' ? '@gate' : [] },
    async ({ page, browserName }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 1440, height: 1200 });
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      await f.tool('download').click();
      const take = async (does: string): Promise<{ path: string; bytes: Buffer }> => {
        const [download] = await Promise.all([
          page.waitForEvent('download', { timeout: 60_000 }),
          f.tool(does).click(),
        ]);
        const path = await download.path();
        expect(download.suggestedFilename()).toBe(`${name}.${does}`);
        return { path, bytes: readFileSync(path) };
      };
      const svg = await take('svg');
      const png = await take('png');
      const csv = await take('csv');
      const dream = await take('json');
      if (python && (await f.tool('py').count())) {
        expect(
          spawnSync(
            python,
            [
              '-c',
              'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read())',
              (await take('py')).path,
            ],
            { encoding: 'utf8' },
          ).stderr,
          'the program is Python',
        ).toBe('');
      } // tests/models/programs.test.ts runs it
      const text = svg.bytes.toString();
      const [, width, height] = /^<svg [^>]*\bwidth="([\d.]+)" height="([\d.]+)"/.exec(text)!.map(Number);

      expect(text).toMatch(/^<svg xmlns/);
      expect(text).not.toMatch(/var\(--|NaN|undefined/);
      expect(png.bytes.toString('latin1', 1, 4)).toBe('PNG');
      expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], 'twice the size of the SVG').toEqual([
        Math.round(2 * width),
        Math.round(2 * height),
      ]);
      const blank = await page.context().newPage();
      const elsewhere = Buffer.from(await pixels(text, 2 * width));
      expect
        .soft(await apart(blank, png.bytes, elsewhere), 'resvg draws the SVG as the browser does')
        .toBeLessThan(0.02);

      // The plate on the screen, at the same scale, lies in the sheet below its title, in the middle.
      await f.tool('close').click();
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        scrollTo(0, 0);
      });
      await page.mouse.move(0, 0);
      await drawn(page);
      const small = Buffer.from(
        await f.at.evaluate(async (e) => {
          const bytes = new Uint8Array(await (await (e as unknown as Dream).toPNG(1)).arrayBuffer());
          let all = '';
          for (const b of bytes) all += String.fromCharCode(b);
          return btoa(all);
        }),
        'base64',
      );
      const plate = f.at.locator('.plate svg.pic').filter({ visible: true }).first();
      const seen = await plate.screenshot({ animations: 'disabled' });
      expect
        .soft(
          await apart(blank, small, seen, [
            Math.round((small.readUInt32BE(16) - seen.readUInt32BE(16)) / 2),
            56,
          ]),
          'the PNG shows the plate of the screen',
        )
        .toBeLessThan(0.02);
      await blank.close();

      const file = JSON.parse(dream.bytes.toString()) as {
        schema: string;
        fingerprint: string | null;
        weights: number[];
        address: string;
      };
      expect(file.schema).toBe('dream/1');
      if (name === 'superposition') {
        expect(csv.bytes.toString().split('\r\n')[0]).toBe('feature,x,y,norm,share,bias');
        expect(file.weights.length).toBe(15);
      }
      if (python) {
        const rows = read(AS_CSV, csv.path) as string[][];
        expect(rows.length).toBeGreaterThan(1);
        rows.forEach((row, i) => {
          if (row.length && rows[i - 1]?.length) {
            expect(row.length, `CSV, row ${i}: ${row.join()}`).toBe(rows[i - 1].length);
          }
        }); // tables, one under the other, an empty row between
        expect(read(AS_JSON, dream.path)).toEqual(file);
      }
      const print = await f.print();
      if (file.fingerprint !== null) expect(file.fingerprint).toBe(print);
      if (browserName !== 'chromium') return;
      await page.goto('about:blank');
      await page.goto(`figures/${name}/#${name}?${file.address}`);
      await alive(page, `dream-${name}`);
      await expect.poll(() => figure(page, `dream-${name}`).print(), { timeout: 60_000 }).toBe(print);
    },
  );
}
