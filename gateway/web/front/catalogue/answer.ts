import {
  type AbsenceReason,
  type AccessTier,
  type Additivity,
  type AreaType,
  type AttributionBasis,
  type Designation,
  type PeriodType,
  type Polarity,
  type SearchKind,
  type Unit,
  type ValueType,
} from '@boroughgraph/schema/vocabulary/core.ts';

interface Label {
  readonly label: string;
}

/** The answer to `catalogue-page.graphql`: what an agency that is down owes is null. */
export interface CatalogueAnswer {
  readonly catalogue: readonly CatalogueEntry[] | null;
  readonly search?: readonly Found[] | null;
}

/** What one agency measures and holds. */
export interface CatalogueEntry {
  readonly id: string;
  readonly agency: {
    readonly name: string;
    readonly description: string;
    readonly contact: string | null;
    readonly datasets: readonly ListedDataset[];
    readonly indicators: readonly ListedIndicator[];
  } | null;
}

/** A dataset as a line of the catalogue. */
export interface ListedDataset {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly accessTier: AccessTier;
  readonly designation: Designation;
  readonly frequency: string;
  readonly latestRelease: { readonly id: string; readonly publishedAt: string } | null;
}

/** An indicator as a line of the catalogue. */
export interface ListedIndicator {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly dataset: { readonly id: string };
  readonly held: {
    readonly isHeld: boolean;
    readonly isSynthetic: boolean;
    readonly firstPeriod: Label | null;
    readonly lastPeriod: Label | null;
    readonly absence: Absence | null;
  };
}

/** Why nothing is held. */
export interface Absence {
  readonly reason: AbsenceReason;
  readonly text: string;
}

/** What a search has found. */
export interface Found {
  readonly kind: SearchKind;
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly agency: string;
  readonly isGuess: boolean;
  readonly isHeld: boolean;
  readonly note: string | null;
  readonly indicator: { readonly id: string; readonly name: string; readonly areaTypes: readonly AreaType[] } | null;
  readonly narrowing: readonly { readonly dimension: string; readonly value: string; readonly label: string }[];
  readonly area: { readonly code: string; readonly name: string; readonly type: AreaType } | null;
  readonly framework: string | null;
}

/** The answer to `indicator-page.graphql`. */
export interface IndicatorAnswer {
  /** By which agency it is measured: that of which `indicator` is not null. */
  readonly catalogue:
    | readonly { readonly id: string; readonly agency: { readonly indicator: { readonly id: string } | null } | null }[]
    | null;
  readonly indicator: WholeIndicator | null;
}

/** All of an indicator. */
export interface WholeIndicator {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: Unit;
  readonly valueType: ValueType;
  readonly multiplier: number;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly additivity: Additivity;
  readonly attributionBasis: AttributionBasis;
  readonly neededCoverage: number;
  readonly areaTypes: readonly AreaType[];
  readonly periodTypes: readonly PeriodType[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly label: string;
    readonly values: readonly {
      readonly value: string;
      readonly label: string;
      readonly firstPeriod: Label | null;
      readonly lastPeriod: Label | null;
    }[];
  }[];
  readonly held: {
    readonly isHeld: boolean;
    readonly isSynthetic: boolean;
    readonly nextDue: string | null;
    readonly sites: number;
    readonly periods: readonly {
      readonly periodType: PeriodType;
      readonly firstPeriod: Label | null;
      readonly lastPeriod: Label | null;
    }[];
    readonly areas: readonly { readonly areaType: AreaType; readonly count: number }[];
    readonly absence: Absence | null;
  };
  readonly dataset: WholeDataset;
}

/** The answer to `dataset-page.graphql`. */
export interface DatasetAnswer {
  readonly dataset: WholeDataset | null;
}

/** All of a dataset. */
export interface WholeDataset extends Omit<ListedDataset, 'latestRelease'> {
  readonly description: string;
  readonly licence: string;
  readonly attribution: string;
  readonly access: string;
  readonly landingPage: string | null;
  readonly disclosurePolicy: {
    readonly id: string;
    readonly description: string;
    readonly minimumCount: number;
    readonly zerosShown: boolean;
    readonly roundingBase: number | null;
    readonly secondarySuppression: boolean;
  };
  readonly releases: readonly Release[];
}

/** An edition of a dataset. */
export interface Release {
  readonly id: string;
  readonly publishedAt: string;
  readonly loadedAt: string;
  readonly supersedes: string | null;
  readonly checksum: string;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly rowsRejected: number;
  readonly observationCount: number;
  readonly recalledAt: string | null;
  readonly recallReason: string | null;
}

/** The answer to `release-changes.graphql`. */
export interface ChangesAnswer {
  readonly dataset: {
    readonly changes: { readonly indicators: readonly IndicatorChanges[] } | null;
  } | null;
}

/** How many figures of an indicator a release changed, and how. */
export interface IndicatorChanges {
  readonly indicator: { readonly id: string; readonly name: string };
  readonly periodType: PeriodType;
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly gone: number;
  readonly withheld: number;
}
