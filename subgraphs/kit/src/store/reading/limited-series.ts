import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { ProtectedReading } from '../../statistics/observation.ts';
import type { Answer } from '../answering-releases.ts';
import { noRows } from '../series-rows.ts';
import type { StoredEdition } from './editions-served.ts';
import { type SeriesRequest, type StoredCell, StoredSeries } from './stored-series.ts';

/** A series at a place of those that the caller may read of its dataset, and of no other: what a release has elsewhere is not told. */
export class SeriesOfOwnPlace extends StoredSeries {
  override cell(position: number): StoredCell {
    return { ...super.cell(position), isReleaseHidden: true };
  }

  override editionsOf(ordinal: number): readonly StoredEdition[] {
    return super.editionsOf(ordinal).map((edition) => ({ ...edition, release: null }));
  }
}

/** A series that the caller may not read: its grid is known, and none of its figures has been read. */
export class WithheldSeries extends StoredSeries {
  constructor(request: SeriesRequest, answer: Answer) {
    super(request, answer, { rows: noRows, held: null });
  }

  override gaps(): readonly (readonly [first: number, last: number])[] {
    return [];
  }

  override seenAt(): null {
    return null;
  }

  override editionsOf(): readonly StoredEdition[] {
    return [];
  }

  // Of what may not be read nobody learns what there is.
  override get isHeld(): boolean {
    return true;
  }

  override cell(position: number): StoredCell {
    const reading: ProtectedReading = { value: null, status: 'WITHHELD_BY_TIER', flags: noFlags };
    // Of which release it is would tell which periods a file has.
    return { ...super.cell(position), reading, from: null };
  }
}

const noFlags: readonly ObservationFlag[] = [];
