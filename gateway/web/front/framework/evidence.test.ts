import { describe, expect, it } from 'vitest';
import { type MeasuringIndicator } from './answer.ts';
import { findEvidence } from './evidence.ts';

/** An indicator with a newest figure of a place that stands so to the one that was asked for; null has none. */
function indicatorOf(relation: 'SAME' | 'WIDER_AREA' | null): MeasuringIndicator {
  const trend = {
    direction: 'CANNOT_CALCULATE',
    judgement: 'NONE',
    reason: null,
    firstPeriod: null,
    lastPeriod: null,
  } as const;
  const latest = { period: { label: '2025' }, displayValue: '1', status: 'PUBLISHED', flags: [] } as const;
  const series = relation === null ? null : { area: null, site: null, relation, isSynthetic: false, latest, trend };
  return { id: 'i', name: 'I', unit: 'PERCENT', narrowedTo: [], series, seriesAbsence: null };
}

describe('what is known of a measure', () => {
  it.each([
    ['here', 'COLLECTED', [indicatorOf('WIDER_AREA'), indicatorOf('SAME')]],
    ['wider', 'NOT_COLLECTED', [indicatorOf('WIDER_AREA')]],
    ['absent', 'COLLECTED', [indicatorOf(null)]],
    ['uncollected', 'NOT_COLLECTED', [indicatorOf(null)]],
    ['uncollected', 'NOT_COLLECTED', null],
    ['unmeasured', 'UNKNOWN', []],
  ] as const)('is %s where it is %s and has %j', (evidence, collection, measuredBy) => {
    expect(findEvidence({ collection, measuredBy })).toBe(evidence);
  });
});
