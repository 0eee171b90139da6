import { describe, expect, it } from 'vitest';
import { boroughs } from '../boroughs.ts';
import { type BoroughSeries, type ComparedIndicator, type Figure } from './answer.ts';
import { type ComparedBoroughs } from './compared.ts';
import { makeFunnel } from './funnel.ts';

const figure: Figure = {
  period: { id: '2025', label: '2025', start: '2025-01-01', end: '2025-12-31' },
  value: 20,
  displayValue: '20',
  status: 'PUBLISHED',
  flags: [],
  lower: null,
  upper: null,
  numerator: null,
  denominator: 400,
  release: null,
};

const dataset = {
  id: 'd',
  title: 'D',
  publisher: 'P',
  licence: 'L',
  attribution: 'A',
  designation: 'OFFICIAL_STATISTICS',
};

/** Boroughs of which each has the figure, and London, which has 20, too. */
function compare(changes: Partial<ComparedIndicator>, own: Partial<Figure> = {}): ComparedBoroughs {
  const latest = { ...figure, ...own };
  const london: BoroughSeries = {
    area: null,
    site: null,
    relation: 'SAME',
    isSynthetic: false,
    latest: figure,
    observations: [figure],
    caveats: [],
    breaks: [],
    comparators: [],
  };
  const base = {
    name: 'I',
    definition: 'D',
    unit: 'PERCENT',
    valueType: 'PROPORTION',
    multiplier: 100,
    decimals: 0,
    polarity: 'NO_JUDGEMENT',
    dimensions: [],
    held: { absence: null },
    dataset,
  } as const;
  return {
    // The codes of areas, which an indicator may have besides, are none here.
    indicator: { ...base, ...changes } as ComparedIndicator,
    all: boroughs.map((borough) => ({
      borough,
      series: london,
      latest,
      outcome: 'SIMILAR',
      difference: 0,
      reason: null,
    })),
    london,
    refusals: [],
    elsewhere: null,
    period: '2025',
  };
}

describe('a funnel', () => {
  it('has the limits of a share around that of London', () => {
    const funnel = makeFunnel(compare({}));
    // A fifth of 400: the standard error is 100 x sqrt(0.2 x 0.8 / 400) = 2.
    expect(funnel.kind === 'funnel' && funnel.limitsAt(400, 1.96)).toEqual({ lower: 16.08, upper: 23.92 });
    expect(funnel.kind === 'funnel' && funnel.points.map(({ isBeyond }) => isBeyond)).toEqual(
      boroughs.map(() => false),
    );
  });

  it('has those of a rate by the square root of what is counted, and none below nought', () => {
    const funnel = makeFunnel(compare({ valueType: 'CRUDE_RATE', multiplier: 10_000 }));
    // 20 per 10,000 of 5,000: 10,000 x sqrt(0.002 / 5,000) = 6.3246.
    const limits = funnel.kind === 'funnel' ? funnel.limitsAt(5000, 1) : null;
    expect([limits?.lower.toFixed(4), limits?.upper.toFixed(4)]).toEqual(['13.6754', '26.3246']);
    expect(funnel.kind === 'funnel' && funnel.limitsAt(1, 3.09).lower).toBe(0);
  });

  it('marks what is beyond chance', () => {
    const funnel = makeFunnel(compare({}, { value: 27 }));
    expect(funnel.kind === 'funnel' && funnel.points.every(({ isBeyond }) => isBeyond)).toBe(true);
  });

  it.each([
    ['counts', compare({ valueType: 'COUNT' }), /shares and plain rates alone/],
    ['figures without a base', compare({}, { denominator: null }), /does not print of how many/],
    ['another year than that of London', { ...compare({}), period: '2024' }, /no published figure for the same period/],
    ['what is refused', { ...compare({}), refusals: ['They are not alike.'] }, /^They are not alike\.$/],
  ])('is not drawn of %s, and it is said why', (_, compared, reason) => {
    expect(makeFunnel(compared)).toEqual({ kind: 'none', reason: expect.stringMatching(reason) as string });
  });
});
