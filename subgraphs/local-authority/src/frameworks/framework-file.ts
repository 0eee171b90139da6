import { readFileSync } from 'node:fs';
import { polarityValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { JSON_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { measureCollectionValues, measureKindValues } from '../generated/vocabulary.ts';
import { placeOf } from './documents.ts';
import type { FrameworkRecord } from './framework.ts';
import { linkedAgencies } from './indicator-links.ts';

/** A place in documents, as `decision-2017 2080, 931`; places in several are parted by semicolons. */
const source = z.string().transform((text, context) => {
  try {
    return text.split('; ').map(placeOf).join('; ');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});
const day = z.iso.date();
const statement = z.strictObject({ text: z.string(), source });
const link = z
  .strictObject({
    agency: z.enum(linkedAgencies),
    indicator: z.string(),
    only: z.record(z.string(), z.string()).optional(),
  })
  .transform(({ agency, indicator, only }) => ({
    agency,
    id: indicator,
    ...(only === undefined ? {} : { narrowing: only }),
  }));
const measure = z.strictObject({
  id: z.string(),
  kind: z.enum(measureKindValues),
  wording: z.string(),
  source,
  polarity: z.enum(polarityValues).nullable().default(null),
  due: day.nullable().default(null),
  lead: z.string().nullable().default(null),
  collection: z.enum(measureCollectionValues).default('UNKNOWN'),
  baselines: z.array(statement).default([]),
  targets: z.array(statement).default([]),
  measuredBy: z.array(link).default([]),
});
const framework = z.strictObject({
  id: z.string(),
  title: z.string(),
  validFrom: day,
  validTo: day.nullable().default(null),
  hasNumericTargets: z.boolean(),
  source,
  themes: z.array(z.strictObject({ theme: z.string(), measures: z.array(measure).min(1) })).min(1),
});

/**
 * The framework that a file of this folder sets down, its measures in the order of the file.
 *
 * @throws where the file is not as `README.md` says, with the place in it and what is accepted there.
 */
export function readFramework(name: string): FrameworkRecord {
  return frameworkOf(readFileSync(new URL(name, import.meta.url), 'utf8'), name);
}

/** The framework that a text sets down; see {@link readFramework}. */
export function frameworkOf(text: string, name: string): FrameworkRecord {
  const read = framework.safeParse(load(text, { schema: JSON_SCHEMA }));
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  const { themes, ...rest } = read.data;
  return {
    ...rest,
    themes: [...new Set(themes.map(({ theme }) => theme))],
    measures: themes.flatMap(({ theme, measures }) => measures.map((each) => ({ ...each, theme }))),
  };
}
