// What the tests of the lab in a browser share.

import type { Page } from '@playwright/test';

export const golden = (name: string): string => `tests/golden/lab/${name}`;
export const LIVE = '#lab:has(.said[aria-live])'; // what the build printed is replaced
export const bring = async (
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
  mode: 'new' | 'add' | 'folder' = 'new',
): Promise<void> => {
  await page.locator(`${LIVE} [data-file="${mode}"]`).setInputFiles(file);
};
export const says = (page: Page) => page.locator('#lab .lab-says');
export const choosing = (page: Page, key: string) => page.locator(`[data-set=${key}]`);

/** Drops a .npy of pseudo-random f32, made in the page: what crosses from the test takes longer than the lab. */
export const drop = (page: Page, n: number, m: number): Promise<void> =>
  page.evaluate(
    ([rows, cols]) => {
      const header = `${`{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${cols}), }`.padEnd(117)}\n`;
      const all = new DataView(new ArrayBuffer(128 + 4 * rows * cols));
      [0x93, 78, 85, 77, 80, 89, 1, 0, 118, 0, ...new TextEncoder().encode(header)].forEach((byte, i) =>
        all.setUint8(i, byte),
      );
      for (let i = 0, x = 1; i < rows * cols; i++) {
        x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
        all.setFloat32(128 + 4 * i, x / 2 ** 31 - 1, true);
      }
      const data = new DataTransfer();
      data.items.add(new File([all.buffer], 'large.npy'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [n, m] as const,
  );
