import { wardOfficers } from './baselines.ts';
import { businessPlan } from './documents.ts';
import { type MeasureRecord, measuresOf, type Statement } from './framework.ts';

/**
 * The last day of each quarter of 2017-18, by when a milestone is due.
 *
 * Quarters are of the financial year: the ward officers whom the Plan of 2017 wants "by December 2017" are due by Q3.
 */
const lastDays = { Q1: '2017-06-30', Q2: '2017-09-30', Q3: '2017-12-31', Q4: '2018-03-31' } as const;

/** A milestone as its table prints it: line, lead and quarter, without the partners. */
type MilestoneRow = readonly [id: string, line: string, lead: string, quarter: keyof typeof lastDays, wording: string];

/** Starting points of milestones: of all but one nothing is stated. */
const baselinesOf: Readonly<Record<string, readonly Statement[]>> = { 'ms-26': wardOfficers };

/** The milestones of one block of the business plan, in its order. */
export function milestonesOf(theme: string, rows: readonly MilestoneRow[]): readonly MeasureRecord[] {
  return measuresOf(
    { theme, kind: 'MILESTONE' },
    rows.map(([id, line, lead, quarter, wording]) => ({
      id,
      wording,
      source: businessPlan(line),
      due: lastDays[quarter],
      lead,
      baselines: baselinesOf[id] ?? [],
    })),
  );
}
