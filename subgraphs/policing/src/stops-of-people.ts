import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { type Dimensions, dimension, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { inEachKind } from '@boroughgraph/kit/statistics/period-kinds.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { metropolitanArea, metropolitanBoroughs } from './force-areas.ts';
import { metPlaces } from './met-places.ts';

/*
 * What is counted of stops beside their number: by the ethnicity in which people place themselves, and how many ended in an arrest, or
 * in any outcome. One at a time, by borough and for the force, of which stops without a position are a part.
 */

/** Groups in which people place themselves; many are not stated. */
const ethnicities = dimension('ethnicity', 'Self-defined ethnicity', [
  'Asian',
  'Black',
  'Mixed',
  'White',
  'Other',
  'Not stated',
]);

const shared = {
  datasetId: 'police-uk-stop-and-search',
  attributionBasis: 'PLACE_OF_INCIDENT',
  ...metPlaces,
  grid: { type: 'MONTH' },
} as const satisfies Partial<IndicatorDefinition>;

const longer = [
  { type: 'QUARTER' },
  { type: 'FINANCIAL_YEAR' },
  { type: 'CALENDAR_YEAR' },
  { type: 'ROLLING_12_MONTHS' },
] as const;

const stopsByEthnicity = inEachKind(
  {
    ...shared,
    id: 'stop-and-search-by-ethnicity',
    partOf: [{ indicator: 'stop-and-search' }],
    name: 'Stops and searches by ethnicity',
    alsoCalled: ['stop and search by race', 'ethnicity of people stopped', 'racial profiling', 'black people searched'],
    definition:
      'Searches of people by officers of the Metropolitan Police, by the ethnicity in which the person places themselves. Searches of vehicles alone are not in it. Counted from the rows that the police publish of each search; those without a position count for the force alone.',
    unit: 'STOPS',
    valueType: 'COUNT',
    multiplier: 1,
    decimals: 0,
    polarity: 'NO_JUDGEMENT',
    additivity: 'ADDITIVE',
    dimensions: [ethnicities],
    breaks: [
      {
        at: '2017-06-01',
        undated: { unsureFrom: '2016-07-01', newFrom: '2017-06-01' },
        kind: 'CLASSIFICATION',
        note: 'Between June 2016 and June 2017 the publisher went over to the groups of the census of 2011: Chinese, which was among Other, is among Asian.',
      },
    ],
    caveats: [
      {
        // A group grows where fewer leave their ethnicity unsaid: between two years nothing is said of it.
        severity: 'DO_NOT_COMPARE',
        text: 'Many do not state an ethnicity, and how many changes from month to month: read the groups beside those who did not, and do not compare years by one group.',
      },
    ],
  },
  longer,
);

const rate = { ...shared, unit: 'PERCENT', valueType: 'PROPORTION', multiplier: 100, decimals: 1 } as const;

/** Outcomes are worded anew, and it is not known that they mean the same. */
const outcomesReworded = {
  at: '2023-06-01',
  undated: { unsureFrom: '2017-07-01', newFrom: '2023-06-01' },
  kind: 'CLASSIFICATION',
  note: 'Between June 2017 and June 2023 the publisher worded the outcomes of searches anew: only an arrest is known to mean the same.',
} as const;

const arrestRate = inEachKind(
  {
    ...rate,
    id: 'stop-and-search-arrest-rate',
    name: 'Searches that ended in an arrest',
    alsoCalled: ['arrest rate of searches', 'searches leading to arrest'],
    definition: 'Searches of people and vehicles that ended in an arrest, in percent of all.',
    polarity: 'NO_JUDGEMENT',
    additivity: 'NON_ADDITIVE',
    dimensions: [],
  },
  longer,
);

const positiveOutcomeRate = inEachKind(
  {
    ...rate,
    id: 'stop-and-search-positive-outcome-rate',
    name: 'Searches with a positive outcome',
    alsoCalled: ['hit rate', 'positive outcome', 'find rate'],
    definition:
      'Searches of people and vehicles that ended in an arrest, summons, caution, penalty notice, warning or community resolution, in percent of all.',
    polarity: 'HIGH_IS_GOOD',
    additivity: 'NON_ADDITIVE',
    dimensions: [],
    breaks: [outcomesReworded],
  },
  longer,
);

/** What is counted of stops beside their number. */
export const indicatorsOfPeople = [stopsByEthnicity, arrestRate, positiveOutcomeRate];

const arrest = 'suspect-arrested';

/** The values of outcomes that are positive. An article that was found is none: what became of it is not said. */
const positiveOutcomes: ReadonlySet<string> = new Set([
  arrest,
  'offender-given-drugs-possession-warning',
  'offender-given-penalty-notice',
  'local-resolution',
  'suspect-summonsed-to-court',
  'offender-cautioned',
  'khat-or-cannabis-warning',
  'penalty-notice-for-disorder',
  'community-resolution',
  'summons-charged-by-post',
  'caution-simple-or-conditional',
]);

/** How labels of either list of ethnicities begin, the longest first. */
const beginnings: readonly (readonly [beginning: string, group: string])[] = [
  ['other-ethnic-group-not-stated', 'not-stated'],
  ['not-stated', 'not-stated'],
  ['chinese-or-other-ethnic-group', 'other'],
  ['other-ethnic-group', 'other'],
  ['asian', 'asian'],
  ['black', 'black'],
  ['mixed', 'mixed'],
  ['white', 'white'],
  ['other', 'other'],
];

/** The group of a published ethnicity, `not-stated` for an empty text; null for one that is in neither list. Never throws. */
export function ethnicGroupOf(text: string): string | null {
  const written = slug(text);
  if (written === '') return 'not-stated';
  return beginnings.find(([beginning]) => written === beginning || written.startsWith(`${beginning}-`))?.[1] ?? null;
}

/** What of a stop is counted here. */
interface CountedStop {
  /** The borough of the force in which it was; null for none. */
  readonly borough: string | null;
  /** Null for the search of a vehicle alone. */
  readonly ethnicity: string | null;
  readonly outcome: string;
}

interface Tally {
  all: number;
  arrests: number;
  positive: number;
}

/** Counts the stops of one month. */
export class StopsOfPeople {
  readonly #draft: ReleaseDraft;
  readonly #ordinal: number;
  /** Whether the file says who was searched, and the ethnicity. */
  readonly #hasEthnicity: boolean;
  readonly #tallies = new Map<string, Tally>();

  constructor(draft: ReleaseDraft, month: string, hasEthnicity: boolean) {
    this.#draft = draft;
    this.#hasEthnicity = hasEthnicity;
    this.#ordinal = ordinalOf(shared.grid, month);
    for (const indicator of hasEthnicity ? indicatorsOfPeople : [arrestRate, positiveOutcomeRate])
      draft.covers(indicator, [this.#ordinal]);
  }

  /** Counts a stop for its borough and for the force; call it last, when nothing else can be wrong with its row. */
  add({ borough, ethnicity, outcome }: CountedStop): void {
    for (const place of borough === null ? [metropolitanArea] : [borough, metropolitanArea]) {
      const tally = this.#tallies.get(place) ?? { all: 0, arrests: 0, positive: 0 };
      this.#tallies.set(place, tally);
      tally.all += 1;
      if (outcome === arrest) tally.arrests += 1;
      if (positiveOutcomes.has(outcome)) tally.positive += 1;
      if (ethnicity !== null) this.#stageEthnicity(place, { ethnicity }, 1);
    }
  }

  /** Gives zeros where there was none, and shares of all; nothing of a file that lacks rows, whose shares would be wrong. */
  end(isWhole: boolean): void {
    if (!isWhole) {
      this.#draft.notice(
        'rows were rejected: no shares of stops that ended in an arrest or another outcome are worked out',
      );
      return;
    }
    for (const place of this.#hasEthnicity ? [...metropolitanBoroughs, metropolitanArea] : [])
      for (const { value } of ethnicities.choices) this.#stageEthnicity(place, { ethnicity: value }, 0);
    for (const [place, { all, arrests, positive }] of this.#tallies) {
      this.#stageShare(arrestRate, place, { numerator: arrests, denominator: all });
      this.#stageShare(positiveOutcomeRate, place, { numerator: positive, denominator: all });
    }
  }

  #stageEthnicity(place: string, dimensions: Dimensions, value: number): void {
    const cells = [{ ordinal: this.#ordinal, reading: { value, status: 'PUBLISHED' } as const }];
    const staged = { indicator: stopsByEthnicity, place, cells, combine: 'sum' } as const;
    this.#draft.stage({ ...staged, dimensions });
    this.#draft.stage(staged);
  }

  #stageShare(
    indicator: IndicatorDefinition,
    place: string,
    { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  ): void {
    const value = (100 * numerator) / denominator;
    const reading = { value, status: 'PUBLISHED', numerator, denominator } as const;
    this.#draft.stage({ indicator, place, cells: [{ ordinal: this.#ordinal, reading }] });
  }
}
