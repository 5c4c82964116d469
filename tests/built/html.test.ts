// The HTML of every built page is valid.

import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { dist, files } from './site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  // Two matters of taste: KaTeX sets its spans by style="", and `disabled=""` is how Astro writes `disabled`.
  rules: { 'no-inline-style': 'off', 'attribute-boolean-style': 'off' },
});

test.each(files(/\.html$/))('%s', async (file) => {
  const { results } = await validator.validateFile(`${dist}/${file}`);
  expect(
    results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, selector, line, column }) =>
          `${ruleId}: ${message} (${selector ?? `${line}:${column}`})`,
      ),
    ),
  ).toEqual([]);
});
