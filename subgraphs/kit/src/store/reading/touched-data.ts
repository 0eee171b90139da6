import type { ObservationStatus } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Answer } from '../answering-releases.ts';
import type { ReleaseRecord } from '../release-record.ts';

/** What one step of a request has touched of a dataset that is not for everybody. Never a figure of it. */
export interface TouchedData {
  readonly dataset: string;
  /** Null where it is about no place. */
  readonly place: string | null;
  /** The id of what is measured, and how it is narrowed; null where it is about no series. */
  readonly indicator: string | null;
  readonly cut: string | null;
  /** The ids of the releases of which something was read; none where all was withheld. */
  readonly releases: readonly string[];
  /** Cells with a figure. */
  readonly shown: number;
  /** Cells that are for others, or that their publisher's policy withholds. */
  readonly withheld: number;
}

/** A series that was asked for, as far as it matters here. */
export interface TouchedSeries {
  readonly dataset: string;
  readonly place: string;
  readonly indicator: string;
  readonly cut: string;
  readonly answer: Pick<Answer, 'byPosition'>;
  readonly statusAt: (position: number) => ObservationStatus | null;
}

/** Told of all that a request touches that is not for everybody, whether it was read or withheld. */
export type OnTouched = (touched: TouchedData) => void;

/** What a request touches of a series that it may not read: that it asked. Never throws. */
export function touchedWithheld({ dataset, place, indicator, cut, answer }: TouchedSeries): TouchedData {
  return { dataset, place, indicator, cut, releases: [], shown: 0, withheld: answer.byPosition.length };
}

/** What a request touches of a series that it reads: all releases that answer for it, whether or not they have a figure. Never throws. */
export function touchedIn({ dataset, place, indicator, cut, answer, statusAt }: TouchedSeries): TouchedData {
  const statuses = answer.byPosition.map((_, position) => statusAt(position));
  const releases = new Set(answer.byPosition.flatMap((from) => from?.release.id ?? []));
  return {
    dataset,
    place,
    indicator,
    cut,
    releases: [...releases],
    shown: statuses.filter((status) => status === 'PUBLISHED').length,
    withheld: statuses.filter((status) => status === 'CONFIDENTIAL' || status === 'WITHHELD_BY_TIER').length,
  };
}

/** What a request touches that reads what releases of a dataset are, or say beside their figures. Never throws. */
export function touchedReleases(dataset: string, releases: readonly Pick<ReleaseRecord, 'id'>[]): TouchedData {
  return {
    dataset,
    place: null,
    indicator: null,
    cut: null,
    releases: releases.map(({ id }) => id),
    shown: 0,
    withheld: 0,
  };
}
