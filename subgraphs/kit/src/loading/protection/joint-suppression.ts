import { dimensionKey } from '../../statistics/dimensions.ts';
import type { Reading } from '../../statistics/observation.ts';
import type { HistoryEvidence } from '../../disclosure/history-evidence.ts';
import type { LeakKind, Protection } from '../../disclosure/linear-table.ts';
import type { DeclaredStructure } from '../../disclosure/structure-equations.ts';
import { type Figure, FigureIndex, type PlacedReading, type PublishedSeries } from '../../disclosure/figure-index.ts';
import { isSmall, type PlacedFigure, type StructureTable } from '../../disclosure/structure-table.ts';
import { protectTable } from '../../disclosure/suppress.ts';
import { figuresNotPaired } from './editions-together.ts';
import { figureBehind, sumAt } from './leak-places.ts';
import { leakOf, type PublishedLeak } from './published-leaks.ts';
import type { SeenFigures } from './seen-figures.ts';
import { type DatasetReleases, withoutReplacedSamples, type World, worldsOf } from './served-worlds.ts';
import { type Tier, tiersOf } from './tiers.ts';
import { type HiddenReading, WithheldReadings, withoutHidden } from './withheld-readings.ts';
import { figuresOf, type WorldTable, worldTableOf } from './world-figures.ts';

/** Releases from which readers can put figures together, each under its policy by itself. */
export interface ServedTogether {
  readonly served: readonly DatasetReleases[];
  /** What adds up in them. */
  readonly structures: readonly DeclaredStructure[];
  /** Whose figures may be withheld; those of all others stay as they are. */
  readonly agency: string;
  /** What readers have seen before an embargo ends. @default null, where none does */
  readonly before?: SeenBefore | null;
  /** What is known of periods of which nothing is among them. @default nothing */
  readonly beyond?: HistoryEvidence | undefined;
}

/** What readers have seen while a release was under embargo. */
export interface SeenBefore {
  readonly seen: SeenFigures;
  /** As `served`, for whoever remembers that. */
  readonly remembered: readonly DatasetReleases[];
  /** Whether what was seen is withheld all the same where nothing else is left to be. */
  readonly isTaken: boolean;
}

/** Withholds world by world until nothing more has to be. */
export class Suppression {
  readonly withheld = new WithheldReadings();
  /** As readers of each tier have them: once all is withheld, without it. */
  tiers: readonly Tier[];
  readonly #structures: readonly DeclaredStructure[];
  readonly #own: (figure: PlacedReading) => boolean;
  readonly #leaks = new Map<string, PublishedLeak>();
  readonly #conflicts = new Map<string, readonly PublishedLeak[]>();
  readonly #absences = new Map<string, PlacedFigure>();
  readonly #doubted = new Map<string, PlacedFigure>();
  readonly #published = new WithheldReadings();

  readonly #beyond: HistoryEvidence | undefined;
  /** What was made of the world that was looked at last: one is most often all that there is, and dear. */
  #last: { readonly world: World; readonly made: WorldTable } | null = null;

  constructor({ served, structures, agency, before = null, beyond }: ServedTogether) {
    const worlds = worldsOf(served, before === null || before.isTaken ? null : { ...before, isRemembered: false });
    const remembered = before === null ? [] : worldsOf(before.remembered, { ...before, isRemembered: true });
    this.tiers = tiersOf(worlds, remembered);
    this.#structures = structures;
    this.#beyond = beyond;
    this.#own = ({ series }) => series.table.startsWith(`${agency}/`) && series.isOfOpenTier !== true;
    for (const series of [...worlds, ...remembered].flat())
      for (const [ordinal, { status }] of series.readings)
        if (status === 'CONFIDENTIAL') {
          this.withheld.add({ series, ordinal }, 'elsewhere');
          this.#published.add({ series, ordinal }, 'elsewhere');
        }
    for (const each of served) this.#withholdUnpaired(each);
  }

  /** Withholds what so many editions print differently that no two of them are read together. */
  #withholdUnpaired({ agency, isElsewhere, releases }: DatasetReleases): void {
    const real = withoutReplacedSamples(releases);
    if (isElsewhere || real[0]?.dataset.disclosurePolicy.secondarySuppression !== true) return;
    const table = `${agency}/${real[0].dataset.id}`;
    for (const { series, ordinal } of figuresNotPaired(real))
      this.withheld.add({ series: { ...series, table }, ordinal }, 'secondary');
  }

  /** What adds up in one of the worlds of the tiers, where it is still at hand; null where it has to be made anew. */
  readonly madeOf = (world: World): WorldTable | null => (this.#last?.world === world ? this.#last.made : null);

  get leaks(): readonly PublishedLeak[] {
    return [...this.#leaks.values()];
  }

  get conflicts(): readonly (readonly PublishedLeak[])[] {
    return [...this.#conflicts.values()];
  }

  get absences(): readonly PlacedFigure[] {
    return [...this.#absences.values()];
  }

  get doubted(): readonly PlacedFigure[] {
    return [...this.#doubted.values()];
  }

  /** Tier by tier: what is for everybody is decided before anything that is for named users is looked at. */
  complete(): void {
    this.tiers = this.tiers.map((tier) => this.#completeTier(tier));
  }

  #completeTier(published: Tier): Tier {
    let tier = published;
    for (let before = -1; before < this.withheld.size;) {
      before = this.withheld.size;
      const worlds = tier.worlds.map((world) => this.#protect(world));
      tier = { ...tier, worlds, remembered: tier.remembered.map((world) => this.#protect(world)) };
    }
    return tier;
  }

  /** Withholds what one world asks for, and gives it as it was before the sums in it were looked at. */
  #protect(published: World): World {
    let world = published;
    let figures = new FigureIndex();
    this.#last = null;
    for (let before = -1; before < this.withheld.size;) {
      before = this.withheld.size;
      world = this.#asServed(world);
      figures = figuresOf(world, this.#structures, this.#beyond);
      for (const figure of figures.all()) this.#withholdDependents(figure);
    }
    const made = worldTableOf(figures, this.#structures);
    const { table } = made;
    this.#last = { world, made };
    const { withheld, leaks, conflicts, doubted } = protectTable(table.table);
    // Who remembers what was seen may take a figure for one that was revised since: what contradicts itself then is no fault of a file.
    if (!world.some(({ isRemembered }) => isRemembered === true)) this.#describe(table, { conflicts, doubted });
    for (const { cell, kind, equation } of leaks) {
      const absence = table.absenceAt(cell);
      if (absence !== null) this.#report(absence, kind);
      const figure = absence === null ? figureBehind(table, cell, equation) : null;
      if (figure !== null && this.#isPublishersOwn(figure)) this.#report(figure, kind);
    }
    for (const cell of withheld)
      for (const dependent of table.figureAt(cell)?.dependents ?? []) this.withheld.add(dependent, 'secondary');
    return world;
  }

  /** Keeps what a person should know of a table. */
  #describe(table: StructureTable, { conflicts, doubted }: Pick<Protection, 'conflicts' | 'doubted'>): void {
    for (const { setAside } of conflicts) {
      const sums = setAside.flatMap((equation) => sumAt(table, equation));
      this.#conflicts.set(JSON.stringify(sums), sums);
    }
    for (const absence of table.absences) this.#absences.set(nameOfPlaced(absence), absence);
    for (const absence of doubted.flatMap((cell) => table.absenceAt(cell) ?? []))
      this.#doubted.set(nameOfPlaced(absence), absence);
  }

  #asServed(world: World): World {
    return world.map((series) => {
      const hidden = this.withheld.hiddenIn(series);
      return series.isRemembered === true ? withoutUnseen(series, hidden) : withoutHidden(series, hidden);
    });
  }

  /** Withholds what depends on a withheld count or implies a small one. */
  #withholdDependents(figure: Figure): void {
    const { state, known, series } = figure;
    const isSmallOne = known !== null && isSmall(known.low, series.policy) && isSmall(known.high, series.policy);
    if (state !== 'withheld' && !isSmallOne) return;
    const telling = figure.dependents.filter(
      (dependent) =>
        dependent.reading.status === 'PUBLISHED' &&
        this.#own(dependent) &&
        !(dependent.series.isRemembered === true && isSeen(dependent.series, dependent)),
    );
    if (telling.length > 0 && this.#isPublishersOwn(figure)) this.#report(figure, 'statistic');
    for (const dependent of telling) this.withheld.add(dependent, 'statistic');
  }

  /** True for what its publisher or the policy withheld, and false for what is withheld here for its sake. */
  #isPublishersOwn(figure: Figure): boolean {
    return (
      figure.state !== 'withheld' ||
      figure.dependents.some(({ series, ordinal }) => this.#published.has(series, ordinal))
    );
  }

  #report(figure: PlacedFigure, kind: LeakKind): void {
    const leak = leakOf(figure, kind);
    const key = JSON.stringify([leak, figure.series.dimensions]);
    this.#leaks.set(key, leak);
  }
}

/** As whoever remembers reads it: what is withheld for the sake of others needs no protection of its own. */
function withoutUnseen(series: PublishedSeries, hidden: readonly HiddenReading[]): PublishedSeries {
  const unseen = hidden.filter((each) => !isSeen(series, each));
  const others = new Set(unseen.flatMap(({ ordinal, reason }) => (reason === 'secondary' ? [ordinal] : [])));
  const { readings, ...rest } = withoutHidden(series, unseen);
  const unknown: Reading = { value: null, status: 'NOT_AVAILABLE' };
  return {
    ...rest,
    readings: new Map([...readings].map(([ordinal, reading]) => [ordinal, others.has(ordinal) ? unknown : reading])),
  };
}

const isSeen = ({ seenAt }: PublishedSeries, { ordinal }: { readonly ordinal: number }) =>
  seenAt?.has(ordinal) === true;

const nameOfPlaced = ({ series: { table, indicator, place, dimensions }, ordinal }: PlacedFigure) =>
  `${table} ${indicator.id} ${place} ${dimensionKey(dimensions)} ${ordinal}`;
