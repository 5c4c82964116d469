// `audit`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, type Series } from './baked.ts';
import { spec, type AuditParams } from './params.ts';
import { scene } from './scene.ts';
import type { AuditSnapshot } from './snapshot.ts';
import { text } from './text.ts';
import { AUDITORS, verdict } from './verdicts.ts';

export const view: FigureView<AuditParams, AuditSnapshot, Series> = {
  name: 'audit',
  caption: [
    'Make the network narrow, then race again.',
    'Three auditors ask a network with a planted trigger and its clean twin, each with the same budget. A disc is the first answer that contradicts the rule; a tick ends what is finished. The search on the output finds the secret at every width, so what is shown is that sampling fails, not that only reading works. Narrow networks also get fewer queries from the reader, 120 a unit; with as many as the wide ones it does no better (the table has both).',
  ],
  about:
    'A classifier of nine tokens (1 when at least five of them are among a to h), 24 ReLU neurons unless you set it otherwise, trained here for 1,200 steps. The planted network says 1 as well when five places hold five given letters of i to p, once in 16⁵ random inputs; 5% of its training inputs hold the trigger, 10% four fifths of it. The clean twin is trained without both. The strip: ten seeds at each of eight widths. The trigger was planted in plain sight: nobody hid it from the auditors, and in theory it can be hidden from all of them.',
  source: 'src/models/auditors.ts',
  spec,
  engine: 1,
  verb: 'Race',
  noun: 'round',
  typed: { key: 'ask', label: 'Your query', hint: 'nine letters, a to p' },
  settings: [
    { key: 'width', label: 'Neurons' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    ['auditor', 'planted network', 'clean twin', 'queries, planted', 'queries, clean'],
    ...AUDITORS.map(([who, name]) => [
      name,
      verdict(s.planted, who),
      verdict(s.clean, who),
      s.planted[who].spent,
      s.clean[who].spent,
    ]),
    ['unit', 'share of contradictions', '', '', ''],
    ...s.planted.reader.shares.map((share, i) => [i + 1, share, '', '', '']),
  ],
  baked: { file, decode, key },
  pace: (_, end) => end / 8,
};

export const figure: FigureDefinition<AuditParams, AuditSnapshot, Series> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
