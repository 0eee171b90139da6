import { readFileSync } from 'node:fs';
import { JSON_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { placeOf } from '../frameworks/documents.ts';
import { type IndicatorLink, linkedAgencies } from '../frameworks/indicator-links.ts';
import { changeCauseValues } from '../generated/vocabulary.ts';

const explanation = z.strictObject({
  about: z.strictObject({
    agency: z.enum(linkedAgencies),
    indicator: z.string(),
    only: z.record(z.string(), z.string()).optional(),
  }),
  cause: z.enum(changeCauseValues).exclude(['UNKNOWN']),
  time: z.string(),
  text: z.string(),
  source: z.string(),
});

/** What a document says a change came from. */
export interface ExplanationRecord {
  readonly about: IndicatorLink;
  readonly cause: z.infer<typeof explanation>['cause'];
  /** The time of the change, in words. */
  readonly time: string;
  readonly text: string;
  readonly source: string;
}

/** Every explanation that documents give, in the order of the file. @throws where the file is not as `README.md` says. */
export const explanations: readonly ExplanationRecord[] = readExplanations(
  readFileSync(new URL('explanations.yaml', import.meta.url), 'utf8'),
);

/** The explanations that a text sets down; see {@link explanations}. */
export function readExplanations(text: string): readonly ExplanationRecord[] {
  const read = z.array(explanation).safeParse(load(text, { schema: JSON_SCHEMA }));
  if (!read.success) throw new Error(`explanations.yaml: ${z.prettifyError(read.error)}`);
  return read.data.map(({ about: { agency, indicator, only }, source, ...said }) => ({
    ...said,
    about: { agency, id: indicator, ...(only === undefined ? {} : { narrowing: only }) },
    source: placeOf(source),
  }));
}
