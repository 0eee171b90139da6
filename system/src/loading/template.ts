import { writeFileSync } from 'node:fs';
import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import { tidyTemplateOf, type TidyTemplate } from '@boroughgraph/kit/datasets/tidy-template.ts';
import type { LoadingAgencies } from './loading-agencies.ts';
import { Problem, systemErrorCode } from '../problem.ts';
import { complain } from '../terminal.ts';

/**
 * Writes an empty tidy file of a dataset to a path, or to standard output where there is none. What its headings do not say is told on
 * standard error, so that it gets into no file.
 *
 * @throws {Problem} when there is no such dataset, it stores no indicator, or the file is there already.
 */
export function writeTemplate(
  { dataset, path }: { readonly dataset: string; readonly path: string | null },
  agencies: LoadingAgencies,
): void {
  const { text, hints } = templateOf(dataset, agencies);
  if (path === null) process.stdout.write(text);
  else writeNew(path, text);
  complain([...(path === null ? [] : [`written: ${path}`]), ...hints].join('\n'));
}

function templateOf(id: string, agencies: LoadingAgencies): TidyTemplate {
  const known = [...agencies.values()].flatMap(({ datasets }) => datasets);
  const dataset = known.find((each) => each.id === id);
  if (dataset === undefined) {
    const near = nearestOf(
      id,
      known.map((each) => each.id),
    );
    throw new Problem(`no agency has a dataset "${id}"${near.length === 0 ? '' : `: perhaps ${near.join(', ')}`}`);
  }
  const template = tidyTemplateOf(dataset);
  if (template !== null) return template;
  throw new Problem(
    `${id} stores no figures, so that there is nothing to fill in: it is read from ${dataset.formats.map(({ name }) => name).join(' or ')}`,
  );
}

/** What somebody has filled in is never written over. */
function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    if (systemErrorCode(cause) !== 'EEXIST') throw cause;
    throw new Problem(`${path} is there already: name another file`, { cause });
  }
}
