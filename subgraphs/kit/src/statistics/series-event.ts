import type { SeriesEventKind } from '@boroughgraph/schema/vocabulary/core.ts';
import { type IndicatorDefinition, type Remark, remarksOn, type SeriesSubject } from './indicator.ts';
import { publicIdOf } from './period-kinds.ts';

/** Something that happened while figures were counted. No break: figures before and after are counted alike. */
export interface SeriesEvent {
  readonly name: string;
  readonly kind: SeriesEventKind;
  /** The first day; where the source names a month or a year, the first day of that. */
  readonly from: string;
  /** The last day. @default null: it goes on, or the source does not say */
  readonly to?: string;
  /** When it was, in words. */
  readonly time: string;
  /** True where the source announces it and does not say that it came about. @default false */
  readonly isPlanned?: boolean;
  /** What the source says of it. */
  readonly text: string;
  readonly source: string;
}

/** An event as an agency declares it, of some of its indicators and of their series. */
export interface DeclaredEvent extends Remark<SeriesEvent> {
  /** Ids of the indicators to whose figures a source ties it; null is all of the agency. */
  readonly indicators: readonly string[] | null;
}

/** The events of one series, oldest first. Never throws. */
export function eventsOn(
  events: readonly DeclaredEvent[],
  indicator: IndicatorDefinition,
  subject: SeriesSubject,
): readonly SeriesEvent[] {
  const id = publicIdOf(indicator);
  const ofIndicator = events.filter(({ indicators }) => indicators?.includes(id) ?? true);
  return remarksOn<SeriesEvent>(ofIndicator, subject).toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
