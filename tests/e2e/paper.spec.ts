// What `npm run pdf` prints: a chapter with every heading, paragraph, figure, note and work; all chapters for test:all.

import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { chapters, press } from '../tools/paper.mjs';
import { expect, test } from './support.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'Chromium prints');

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

for (const id of chapters()) {
  test(`${id} on paper`, { tag: id === 'foundation' ? '@gate' : [] }, async ({ browser, baseURL }) => {
    const [{ file, bytes }] = await press('tests/results/pdf', [id]);
    const doc = await getDocumentProxy(new Uint8Array(readFileSync(file)));
    expect(bytes).toBeLessThan(4e6);
    const { text } = await extractText(doc);
    const all = letters(
      text
        .join('')
        .replaceAll('Interpretability Dreams, explorable', '')
        .replace(/\d+ of \d+/g, ''),
    );
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${baseURL}${id}/`);
    const said = async (of: string): Promise<string[]> =>
      await page
        .locator(of)
        .evaluateAll((found) =>
          found.filter((e) => (e as HTMLElement).offsetParent).map((e) => (e as HTMLElement).innerText),
        );
    for (const of of ['h1, h2', '.prose > p', '.frame-top .ti', '.cap > b', '.note', '.refs li']) {
      const wanted = await said(of);
      if (of !== '.note') expect(wanted.length, of).toBeGreaterThan(0);
      expect(
        wanted.filter((words) => !all.includes(letters(words).replace(/^\d+/, '').slice(0, 24))),
        of,
      ).toEqual([]);
    }
    const { OPS } = await getResolvedPDFJS();
    const drawn = await Promise.all(
      text.map(
        async (words, i) =>
          [
            words,
            (await (await doc.getPage(i + 1)).getOperatorList()).fnArray.filter(
              (op: number) => op === OPS.constructPath,
            ).length,
          ] as const,
      ),
    );
    for (const number of await said('.frame-top .no')) {
      expect(drawn.find(([words]) => words.includes(number))![1], `${number} is drawn`).toBeGreaterThan(60);
    }
    await page.close();
  });
}

test('the whole essay on paper: all chapters, links within it lead to places in it', async () => {
  test.setTimeout(180_000);
  const printed = await press('tests/results/pdf');
  const doc = await getDocumentProxy(new Uint8Array(readFileSync(printed.at(-1).file)));
  const outline = (await doc.getOutline()).map(({ title }: { title: string }) => title);
  expect(outline).toHaveLength(chapters().length + 1);
  const names = await doc.getDestinations();
  const asked = new Set<string>();
  for (let i = 1; i <= doc.numPages; i++) {
    for (const { dest } of await (await doc.getPage(i)).getAnnotations()) {
      if (typeof dest === 'string') asked.add(dest);
    }
  }
  expect(asked.size).toBeGreaterThan(20);
  expect([...asked].filter((dest) => !(dest in names))).toEqual([]);
});
