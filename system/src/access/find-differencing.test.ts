import type { AuditEntry } from '@boroughgraph/gateway/audit/audit-record.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { describe, expect, it } from 'vitest';
import { importAgencies } from '../agencies.ts';
import { findDifferencing } from './find-differencing.ts';

const agencies = await importAgencies(['local-authority']);
const [mash] = (agencies.get('local-authority')?.datasets ?? [])
  .flatMap((each) => each.indicators)
  .filter(({ id }) => id === 'mash-referrals');
if (mash === undefined) throw new Error('there are referrals to hubs');
const indicator = { ...mash, dimensions: [dimension('outcome', 'Outcome', ['Social care', 'Early help', 'Other'])] };

const [london, hackney, camden] = ['E12000007', 'E09000012', 'E09000007'];
const codes = boroughs.map(({ code }) => code);

function request(areas: readonly string[], cuts: readonly string[] = [''], subject = 'analyst'): AuditEntry {
  const touched = {
    agency: 'local-authority',
    dataset: 'mash',
    releases: ['m@1'],
    indicators: [indicator.id],
    withheld: 0,
  };
  return {
    kind: 'request',
    at: '2026-01-01T12:00:00.000Z',
    requestId: 'request-1',
    organisation: 'met-police',
    subject,
    purpose: 'RESEARCH',
    operationName: null,
    operationHash: null,
    touched: [{ ...touched, areas: [...areas], cuts: [...cuts], shown: 1 }],
    protectedShown: [],
    outcome: 'answered',
  };
}
const find = (entries: readonly AuditEntry[]) => findDifferencing(entries, 'local-authority', [indicator]);

describe('Whoever asks for a total and all its parts but one, in separate requests,', () => {
  const others = codes.filter((code) => code !== camden);

  it('is named with the area that follows', () => {
    const asked = [request([london]), ...others.map((code) => request([code]))];
    expect(find(asked)).toEqual([
      {
        organisation: 'met-police',
        subject: 'analyst',
        indicator: 'mash-referrals',
        total: { area: london, cut: '' },
        missing: { area: camden, cut: '' },
        requests: 32,
      },
    ]);
    // In two halves, the total in one of them.
    expect(find([request([london, ...others.slice(0, 16)]), request(others.slice(16))])).toHaveLength(1);
  });

  it('is named when he takes three hours for it, or several keys of his organisation', () => {
    const asked = [request([london]), ...others.map((code) => request([code]))];
    const start = Date.parse('2026-01-01T22:00:00Z');
    const slowly = asked.map((entry, at) => ({ ...entry, at: new Date(start + at * 337_500).toISOString() }));
    expect(Date.parse(slowly.at(-1)?.at ?? '') - start).toBe(3 * 3_600_000);
    const byKeys = asked.map((entry, at) => ({ ...entry, subject: `key:00000000000${at % 3}` }));
    expect([slowly, byKeys].map((each) => find(each).map(({ subject, missing }) => [subject, missing.area]))).toEqual([
      [['analyst', camden]],
      [['its keys', camden]],
    ]);
    // Keys of two organisations are two callers.
    const shared = byKeys.map((entry, at) => ({ ...entry, organisation: at % 2 === 0 ? 'met-police' : 'havens' }));
    expect(find(shared)).toEqual([]);
  });

  it('is named with the choice that follows', () => {
    const asked = ['', 'outcome=social-care', 'outcome=other'].map((cut) => request([hackney], [cut]));
    expect(find(asked)).toMatchObject([{ missing: { area: hackney, cut: 'outcome=early-help' }, requests: 2 }]);
  });

  it('is not named where two have asked, where all parts were asked for or two were not, or where nothing was shown', () => {
    const whole = [request([london]), ...codes.map((code) => request([code]))];
    const shared = [
      request([london]),
      ...others.map((code, at) => request([code], [''], at % 2 === 0 ? 'one' : 'other')),
    ];
    const fewer = [request([london]), ...others.slice(1).map((code) => request([code]))];
    const unseen = [request([london]), ...others.map((code) => request([code]))].map((entry) => ({
      ...entry,
      touched: entry.touched.map((each) => ({ ...each, shown: 0 })),
    }));
    expect([whole, shared, fewer, unseen].map(find)).toEqual([[], [], [], []]);
  });
});

it('A thousand ordinary requests of dashboards name nobody', () => {
  const cuts = ['', 'outcome=social-care', 'outcome=early-help', 'outcome=other'];
  const asked = Array.from({ length: 1_000 }, (_, number) => {
    const own = codes[number % codes.length] ?? hackney;
    const subject = `reader-${number % 40}`;
    const pages = [
      request([own, london], [''], subject),
      request(codes, [''], subject),
      request([london, ...codes], cuts, subject),
      request([own], cuts, subject),
      request([own, hackney, camden], ['', 'outcome=early-help'], subject),
      request([london], [''], subject),
      // All boroughs but the City, as a force has them, on one page.
      request([london, ...codes.slice(1)], [''], subject),
    ];
    return pages[number % pages.length] ?? request([own], [''], subject);
  });
  expect(find(asked)).toEqual([]);
});
