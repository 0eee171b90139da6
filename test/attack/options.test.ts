import { describe, expect, it } from 'vitest';
import type { AttackKind } from './kinds/attack-kind.ts';
import { KindReport } from './kinds/kind-report.ts';
import { parseOptions } from './options.ts';

describe('the attack at length', () => {
  it('goes on from a seed and a batch, and never longer than 45 minutes', () => {
    expect(parseOptions(['--seed', '7', '--from', '12', '--minutes', '600', '--workers', '2'])).toEqual({
      tables: 5_000,
      minutes: 45,
      seed: 7,
      from: 12,
      kinds: '',
      workers: 2,
    });
  });

  it('refuses an option that is no whole number', () => {
    expect(() => parseOptions(['--seed', 'seven'])).toThrow('--seed is "seven": expected a whole number such as 1');
  });

  it('says of a kind that finds nothing without its protection that it proves nothing', () => {
    const kinds = ['wards', 'rates'].map((name): AttackKind => ({
      name,
      switchedOff: 'all',
      attack: () => Promise.reject(new Error('not asked')),
    }));
    const report = new KindReport();
    for (const kind of kinds) {
      report.add(kind, { tables: 3, refused: 0, withheld: 9, recoveries: [] }, false);
      // One figure that falls to two paths is one.
      const found = kind.name === 'wards' ? ['areas: a|b', 'all: a|b'] : [];
      report.add(kind, { tables: 3, refused: 0, withheld: 4, recoveries: found }, true);
    }
    expect(report.unproven(kinds)).toEqual(['rates']);
    expect(report.textOf(kinds).split('\n')[1]?.split(/ +/)).toEqual([
      'wards',
      '3',
      '0',
      '9',
      '0',
      '3',
      '4',
      '1',
      'all',
    ]);
  });
});
