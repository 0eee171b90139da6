import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

/** An agency's name and what it holds. */
export interface Holder {
  readonly name: string;
  readonly datasets: readonly DatasetDefinition[];
}

/** What stands around a list that is written: whoever reads the source knows that it is not theirs to edit. */
const begin = '<!-- begin: written by `npm run compose` -->';
const end = '<!-- end: written by `npm run compose` -->';

/** Nobody has seen a file of it: it has no format, no figures of the project, and nothing is made up for it. Never throws. */
function isAwaited({ formats, reviewed, indicators }: DatasetDefinition): boolean {
  const isKnown = indicators.some(({ typicalRange }) => typicalRange !== undefined);
  return formats.length === 0 && reviewed === undefined && indicators.length > 0 && !isKnown;
}

/** The indicators of a dataset of which nobody has seen a file: all of an awaited one, and of others those that say so. Never throws. */
export function awaitedIndicators(dataset: DatasetDefinition): readonly IndicatorDefinition[] {
  return isAwaited(dataset) ? dataset.indicators : dataset.indicators.filter(({ awaitsFile }) => awaitsFile === true);
}

/** What partners may load into an agency, by who may see it; null for an agency that awaits nothing. Never throws. */
export function describeAwaited({ datasets }: Holder): string | null {
  const awaited = datasets.filter((dataset) => awaitedIndicators(dataset).length > 0);
  const parts = [
    { heading: 'Open to everybody once loaded:', listed: awaited.filter(({ accessTier }) => accessTier === 'OPEN') },
    {
      heading:
        'For named users of organisations that have an agreement with the agency about it, with its scope and an agreed purpose (README of the project, "Who can see what"). For everybody else each cell is `WITHHELD_BY_TIER`, by every door, and the catalogue lists no release; six years after its publication a release is deleted:',
      listed: awaited.filter(({ accessTier }) => accessTier !== 'OPEN'),
    },
  ].filter(({ listed }) => listed.length > 0);
  return parts.length === 0 ? null : parts.map(({ heading, listed }) => `${heading}\n\n${list(listed)}`).join('\n\n');
}

function list(datasets: readonly DatasetDefinition[]): string {
  return datasets
    .map((dataset) => {
      const ids = awaitedIndicators(dataset).map(({ id }) => `\`${id}\``);
      return `- \`${dataset.id}\`: ${ids.join(', ')}`;
    })
    .join('\n');
}

/** The datasets of which a published form is read, by agency: which forms, who publishes them and where they are had. Never throws. */
export function describePublished(agencies: readonly Holder[]): string | null {
  const parts = agencies.flatMap(({ name, datasets }) => {
    const lines = datasets.filter(({ formats }) => formats.length > 0).map(describeSource);
    return lines.length === 0 ? [] : [`## ${name}\n\n${lines.join('\n')}`];
  });
  return parts.length === 0 ? null : parts.join('\n\n');
}

function describeSource({ id, formats, publisher, landingPage, licence, references = {} }: DatasetDefinition): string {
  const forms = formats.map(({ name }) => name).join('; ');
  const where = landingPage === null ? 'on no page of its own: ask the publisher' : `<${landingPage}>`;
  const beside = Object.entries(references).map(([name, what]) => ` Beside it \`${name}\`: ${what}.`);
  return `- \`${id}\`: ${forms}. From ${publisher}, ${where}; ${licence}.${beside.join('')}`;
}

/** Indicators that await a file and that a text does not name, as `agency/indicator`; null where it names them all. Never throws. */
export function describeUnnamed(agencies: readonly Holder[], text: string): string | null {
  const awaited = agencies.flatMap(({ name, datasets }) =>
    datasets.flatMap(awaitedIndicators).map(({ id }) => `\`${name}/${id}\``),
  );
  const unnamed = awaited.filter((indicator) => !text.includes(indicator));
  return unnamed.length === 0 ? null : unnamed.map((indicator) => `- ${indicator}`).join('\n');
}

/**
 * A document with `list` between its two marks, and `None.` where there is none.
 *
 * @throws {Error} when the document has not both marks.
 */
export function withList(document: string, list: string | null): string {
  const { before, after } = partsOf(document);
  return `${before}${begin}\n\n${list ?? 'None.'}\n\n${end}${after}`;
}

/**
 * A document without the list between its two marks: what people have written.
 *
 * @throws {Error} when the document has not both marks.
 */
export function withoutList(document: string): string {
  const { before, after } = partsOf(document);
  return before + after;
}

function partsOf(document: string): { readonly before: string; readonly after: string } {
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`expected a line ${begin} and, below it, a line ${end}`);
  return { before: document.slice(0, from), after: document.slice(to + end.length) };
}
