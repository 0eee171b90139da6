import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { ObservedCell, ObservedSeries } from '../observe.ts';

/** The datasets of a graph that holds nothing but what another graph has answered, under no policy at all. */
export function echoDatasets(datasets: readonly DatasetDefinition[]): readonly DatasetDefinition[] {
  return datasets.map((dataset) => ({ ...dataset, disclosurePolicy: disclosurePolicies.none, structures: [] }));
}

/** The file of what a graph has answered: each withheld figure without a number, everything else as it was served. */
export function echoFile(dataset: DatasetDefinition, series: readonly ObservedSeries[]): string {
  const dimensions = [...new Set(dataset.indicators.flatMap((indicator) => indicator.dimensions.map(({ id }) => id)))];
  const ids = new Set(dataset.indicators.map(({ id }) => id));
  const rows = series
    .filter(({ indicator }) => ids.has(indicator.id))
    .flatMap(({ indicator, area, dimensions: narrowed, observations }) => {
      const valueOf = (id: string) => narrowed.find(({ dimension }) => dimension === id)?.value ?? '';
      // A cell of which the file says nothing is not available; an echo says nothing of it either.
      return observations
        .filter(({ status }) => status !== 'NOT_AVAILABLE')
        .map((cell) =>
          [indicator.id, area.code, cell.period.id, ...dimensions.map(valueOf), ...cellsOf(cell)].join(','),
        );
    });
  const header = [
    'indicator',
    'area',
    'period',
    ...dimensions,
    'value',
    'numerator',
    'denominator',
    'lower',
    'upper',
    'status',
    'flags',
  ];
  return [header.join(','), ...rows, ''].join('\n');
}

/** Flags that the server adds by itself to whatever is of such a place. */
const ownFlags = new Set(['COMPOSITE_AREA']);

function cellsOf({ value, numerator, denominator, lower, upper, status, flags }: ObservedCell): readonly string[] {
  const numbers = [value, numerator, denominator, lower, upper].map((number) =>
    number === null ? '' : String(number),
  );
  const given = flags.filter((flag) => !ownFlags.has(flag)).join(' ');
  return [...numbers, status === 'PUBLISHED' ? '' : status, given];
}

/**
 * The series that a graph answers otherwise than its echo does: something in them, a trend, a limit, a sentence, an order or a count,
 * was worked out from more than what is shown.
 */
export function differingSeries(all: readonly ObservedSeries[], echoed: readonly ObservedSeries[]): readonly string[] {
  const shown = all.filter(isInEcho);
  const differing = shown.filter((one, index) => textOf(one) !== textOf(echoed[index])).map(nameOf);
  return shown.length === echoed.length ? differing : [...differing, 'number of series'];
}

/** A series of which an earlier edition alone has figures is listed, and empty; the echo never heard of it. */
const isInEcho = ({ observations }: ObservedSeries) => observations.some(({ status }) => status !== 'NOT_AVAILABLE');

/** Days of loading and checksums are of the file, not of its figures; of editions, of which an echo has one, see `differences.ts`. */
function textOf(series: ObservedSeries | undefined): string {
  return JSON.stringify(series, (key, value: unknown) => {
    if (key === 'release' || key === 'releaseIds' || key === 'history') return undefined;
    return typeof value === 'string' ? value.replace(movement, '') : value;
  });
}

/**
 * How far a series moved between editions, of which an echo has one. It tells of what each edition answers on its own day, which the
 * check of all statements works out again from those answers.
 */
const movement =
  /(No figure of it stands in editions of two days, so that nothing tells how far it moves when it is revised|Figures that an earlier edition has as well: \d+\. Changed since: (none|\d+; most of all .*?))\.( |$)/;

function nameOf({ indicator, area, dimensions }: ObservedSeries): string {
  return [indicator.id, area.code, ...dimensions.map(({ value }) => value)].join(' ');
}
