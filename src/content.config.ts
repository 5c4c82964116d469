// What the site's content must look like. Chapters are prose with <Figure> tags; references are CSL JSON.
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

const chapters = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/chapters' }),
  schema: z.object({
    title: z.string(),
    /** two or three sentences under the title */
    deck: z.string(),
    /** place in the essay, from 1; also the number of its lens */
    order: z.number().int(),
    lens: z.number().int().min(1).max(7),
    /** the set that the chapter speaks about: "a direction", "every input" */
    set: z.string(),
    /** one line for maps and neighbours */
    line: z.string(),
    /** id of the note's own section, where it has one */
    section: z.string().optional(),
    minutes: z.number().int(),
    /** day on which the chapter opened */
    published: z.coerce.date().prefault('2026-11-25'),
    status: z.enum(['open', 'planned']),
    description: z.string(),
  }),
});

const name = z
  .object({ family: z.string(), given: z.string().optional() })
  .or(z.object({ literal: z.string() }));
const references = defineCollection({
  loader: file('content/references.json'),
  schema: z.looseObject({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    author: z.array(name),
    issued: z.object({ 'date-parts': z.array(z.array(z.number())) }).optional(),
    'container-title': z.string().optional(),
    publisher: z.string().optional(),
    volume: z.string().or(z.number()).optional(),
    page: z.string().optional(),
    DOI: z.string().optional(),
    URL: z.string().optional(),
    note: z.string().optional(),
  }),
});

const glossary = defineCollection({
  loader: file('content/glossary.json'),
  schema: z.object({ id: z.string(), term: z.string(), says: z.string(), chapter: z.string() }),
});

export const collections = { chapters, references, glossary };
