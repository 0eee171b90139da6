import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { loadFile } from '@boroughgraph/kit/loading/load-file.ts';
import { areas } from '@boroughgraph/kit/geography/areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { z } from 'zod';
import { agencies } from '../../support/all-agencies.ts';
import { publishedFile } from '../../support/published-files.ts';
import { type AttackedAgency, startAttackedAgency } from '../attacked-agency.ts';
import { observe, type Observed, type ObservedCell } from '../observe.ts';
import { findNarrow, type Recovered } from '../solver/ranges.ts';
import { Contradiction, type Identity, type Unknown } from '../solver/system.ts';
import { figureId } from '../tables/cube.ts';
import type { AttackKind } from './attack-kind.ts';

const manifest = z.object({
  loads: z.array(z.object({ agency: z.string(), dataset: z.string(), file: z.string(), publishedAt: z.string() })),
});

/** Whether a dataset promises that nothing follows from what it shows. */
const isProtected = ({ disclosurePolicy: { minimumCount, secondarySuppression } }: DatasetDefinition) =>
  minimumCount > 1 && secondarySuppression;

/** Agencies with files that are protected. */
const attackedAgencies = agencies.filter(({ datasets }) =>
  datasets.some((dataset) => isProtected(dataset) && dataset.formats.length > 0),
);

/** The lists of published files: the second goes on where the first ends. */
const manifests = ['manifest.json', 'manifest-more.json'];

/** Loads the published files of the protected datasets, in the order of the lists. */
async function loadPublished(agency: AttackedAgency, name: string): Promise<void> {
  for (const path of manifests.flatMap((each) => publishedFile(each) ?? [])) {
    const { loads } = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
    const { sql, datasets } = agency.asOther;
    for (const { dataset, file, publishedAt } of loads.filter((entry) => entry.agency === name)) {
      if (!datasets.some(({ id }) => id === dataset)) continue;
      const { outcome, message } = await loadFile({
        sql,
        datasets,
        agency: name,
        dataset,
        file: join(dirname(path), file),
        publishedAt,
      });
      if (outcome !== 'loaded' && outcome !== 'empty') throw new Error(`${file} was ${outcome}: ${message ?? ''}`);
    }
  }
}

/** What areas and categories add up to, by what the words mean. */
function sumsIn(
  { id: indicator, additivity, dimensions }: IndicatorDefinition,
  { series }: Observed,
): readonly Identity[] {
  const own = series.filter((one) => one.indicator.id === indicator);
  const periods = new Set(own.flatMap(({ observations }) => observations.map(({ period }) => period.id)));
  const narrowings = new Map(
    own.map((one) => [
      JSON.stringify(one.dimensions),
      Object.fromEntries(one.dimensions.map(({ dimension, value }) => [dimension, value])),
    ]),
  );
  const places = new Set(own.map(({ area }) => area.code));
  const partitions = areas
    .filter(({ code, members }) => places.has(code) && members.length > 1)
    .map(({ code, members }) => ({ whole: code, parts: members }));
  const ofParts = { whole: 'E12000007', parts: ['E13000001', 'E13000002'] };
  const isAdditive = additivity === 'ADDITIVE' || additivity === 'ADDITIVE_OVER_AREA_ONLY';
  return [...periods].flatMap((period) => {
    const at = (place: string, narrowed: Readonly<Record<string, string>>) =>
      figureId({ indicator, place, dimensions: narrowed, period });
    const ofAreas = [...narrowings.values()].flatMap((narrowed) =>
      [...partitions, ofParts].map(({ whole, parts }): Identity => [
        [at(whole, narrowed), 1],
        ...parts.map((part) => [at(part, narrowed), -1] as const),
      ]),
    );
    const ofCategories = (isAdditive ? dimensions : []).flatMap(({ id, choices }) =>
      [...places].map((place): Identity => [
        [at(place, {}), 1],
        ...choices.map(({ value }) => [at(place, { [id]: value }), -1] as const),
      ]),
    );
    return [...ofAreas, ...ofCategories];
  });
}

/** What a cell tells of its count: rounded ones are out by as much as the dataset says. */
function unknownOf(
  id: string,
  { status, value, flags }: ObservedCell,
  { disclosurePolicy, roundedTo }: DatasetDefinition,
): Unknown {
  if (status === 'CONFIDENTIAL') return { id, low: disclosurePolicy.zerosShown ? 1 : 0, high: Infinity };
  if (value === null) return { id, low: 0, high: Infinity };
  const out = flags.includes('ROUNDED') ? Math.ceil((roundedTo ?? disclosurePolicy.roundingBase ?? 1) / 2) : 0;
  return { id, low: Math.max(0, value - out), high: value + out };
}

/** What follows from some sums; nothing from sums of a publisher that cannot all be true. */
function recoveredBy(
  unknowns: ReadonlyMap<string, Unknown>,
  sums: readonly Identity[],
  limits: ReadonlyMap<string, number>,
): readonly Recovered[] {
  const ids = new Set(sums.flatMap((sum) => sum.map(([id]) => id)));
  if (![...ids].some((id) => limits.has(id))) return [];
  try {
    return findNarrow(
      [...ids].flatMap((id) => unknowns.get(id) ?? []),
      sums,
      { limits },
    );
  } catch (problem) {
    if (problem instanceof Contradiction) return [];
    throw problem;
  }
}

/** The withheld counts of an indicator that follow, exactly or as a small range, by one sum or by all of them. */
function attackIndicator(
  indicator: IndicatorDefinition,
  dataset: DatasetDefinition,
  observed: Observed,
): { readonly withheld: number; readonly recoveries: readonly string[] } {
  const { minimumCount, zerosShown } = dataset.disclosurePolicy;
  const lowest = zerosShown ? 1 : 0;
  const cells = [...observed.cells].filter(([id]) => id.startsWith(`${indicator.id}|`));
  const unknowns = new Map(cells.map(([id, cell]) => [id, unknownOf(id, cell, dataset)]));
  const limits = new Map(
    cells.flatMap(([id, { status }]) => (status === 'CONFIDENTIAL' ? [[id, minimumCount - 1 - lowest] as const] : [])),
  );
  if (limits.size === 0) return { withheld: 0, recoveries: [] };
  const known = new Set(cells.map(([id]) => id));
  const sums = sumsIn(indicator, observed).filter(([whole]) => whole !== undefined && known.has(whole[0]));
  const found = [...sums.map((sum) => [sum]), sums].flatMap((group) => recoveredBy(unknowns, group, limits));
  // Nobody knows which of them were small: a range that is narrow and holds large counts tells of none.
  const telling = found.filter(({ low, high }) => low === high || high < minimumCount);
  return {
    withheld: limits.size,
    recoveries: [...new Set(telling.map(({ id }) => id))].map((id) => `published files: ${id}`),
  };
}

/** The published files as they are, with their rounding and their sums that do not hold; nobody knows the truth of what they withhold. */
export const publishedFilesKind: AttackKind = {
  name: 'the published files',
  switchedOff: 'secondary suppression',
  attack: async ({ seed, isSwitchedOff, makeDatabase }) => {
    const like: Subgraph | undefined = attackedAgencies[seed % Math.max(1, attackedAgencies.length)];
    if (like === undefined) return { tables: 0, refused: 0, withheld: 0, recoveries: [] };
    const datasets = like.datasets
      .filter(isProtected)
      .map((dataset) =>
        isSwitchedOff
          ? { ...dataset, disclosurePolicy: { ...dataset.disclosurePolicy, secondarySuppression: false } }
          : dataset,
      );
    await using agency = await startAttackedAgency({ like, datasets }, makeDatabase);
    await loadPublished(agency, like.name);
    const counts = datasets.flatMap((dataset) =>
      dataset.indicators.filter(({ valueType }) => valueType === 'COUNT').map((indicator) => ({ indicator, dataset })),
    );
    const observed = await observe(
      { url: agency.url, root: rootOf(like) },
      counts.map(({ indicator }) => indicator.id),
    );
    const attacked = counts
      .map(({ indicator, dataset }) => attackIndicator(indicator, dataset, observed))
      .filter(({ withheld }) => withheld > 0);
    return {
      tables: attacked.length,
      refused: 0,
      withheld: attacked.reduce((sum, { withheld }) => sum + withheld, 0),
      recoveries: attacked.flatMap(({ recoveries }) => recoveries),
    };
  },
};

/** The field of Query under which an agency stands. */
const rootOf = ({ name }: Subgraph) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
