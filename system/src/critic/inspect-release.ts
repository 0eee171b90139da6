import type { DraftSeries } from '@boroughgraph/kit/datasets/draft-series.ts';
import type { Inspect, InspectedRelease } from '@boroughgraph/kit/loading/inspection.ts';
import type { StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { criticise } from './critic.ts';
import { describeFinding, groupFindings, restsOn } from './finding.ts';
import { type HeldFigure, HeldFigures, type HeldSeries } from './held-series.ts';
import { isLookedAt, noFlags, type ReadableAgency, readSeriesIn } from './read-held-series.ts';
import { relatedIndicators } from './related-indicators.ts';

/** Narrowings by two dimensions are left to `npm run critic`: they are most of what an agency holds, and a load must not wait for them. */
const mostDimensions = 1;
/** Of more figures than these, in one release and beside it, the critic takes more memory than a load may; the fullest at hand have 109,410. */
const mostFigures = 350_000;
const tooMany = `too many figures to be compared with each other while they are loaded, more than ${mostFigures.toLocaleString('en-GB')}: look at them with npm run critic`;
/** The name that figures have of which the release has no other yet. */
const ofThisFile = 'this file';

/**
 * Asks the critic of a release that is about to be loaded: what contradicts what, of its figures and those that its agency serves of the
 * indicators that they are related to, as `store` has them for whoever reads. What other agencies serve is left to `npm run critic`.
 */
export function inspectorOf(subgraph: ReadableAgency['subgraph'], store: StoreDatabase): Inspect {
  const { name, datasets } = subgraph;
  return async (inspected) => {
    const release = { ...inspected, series: inspected.series.filter((one) => isLookedAt(one, mostDimensions)) };
    if (release.series.reduce((sum, { readings }) => sum + readings.size, 0) > mostFigures) return [tooMany];
    const related = relatedIndicators(new Map([[name, { datasets }]]), name, release.dataset.id);
    const isWanted = ({ id }: { readonly id: string }) => related.has(`${name}/${id}`);
    const served = await readSeriesIn(store, subgraph, { isWanted, mostDimensions });
    const found = criticise(withRelease(served, name, release)).filter((finding) => restsOn(finding, ofThisFile));
    return groupFindings(found).map(describeFinding);
  };
}

/** What is served, with those series of a release that are looked at, where it answers. */
function withRelease(served: readonly HeldSeries[], agency: string, release: InspectedRelease): HeldFigures {
  const held = new HeldFigures(served);
  const own = release.series.map((series): HeldSeries => {
    const { indicator, place, dimensionKey } = series;
    const known = held.at(agency, indicator.id, series)?.figures ?? new Map<number, HeldFigure>();
    const figures = figuresWith(known, series, release.publishedAt);
    return { agency, dataset: release.dataset, indicator, place, dimensionKey, figures };
  });
  return held.with(
    own.filter(({ figures }) => figures.size > 0),
    ofThisFile,
  );
}

/** Figures of a series, of which those of a release take the place of what was published no later. In the order of time. */
function figuresWith(
  known: ReadonlyMap<number, HeldFigure>,
  { readings }: Pick<DraftSeries, 'readings'>,
  publishedAt: string,
): ReadonlyMap<number, HeldFigure> {
  const figures = new Map(known);
  for (const [ordinal, { value, status, numerator = null, denominator = null, flags = noFlags }] of readings) {
    if ((known.get(ordinal)?.publishedAt ?? '') > publishedAt) continue;
    if (status !== 'PUBLISHED' || value === null) figures.delete(ordinal);
    else figures.set(ordinal, { value, numerator, denominator, flags, release: ofThisFile, publishedAt });
  }
  return isInOrder(figures.keys()) ? figures : new Map([...figures].sort(([a], [b]) => a - b));
}

function isInOrder(ordinals: Iterable<number>): boolean {
  let last = -Infinity;
  for (const ordinal of ordinals) {
    if (ordinal < last) return false;
    last = ordinal;
  }
  return true;
}
