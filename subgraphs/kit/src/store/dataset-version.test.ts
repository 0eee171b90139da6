import { expect, it } from 'vitest';
import { type ReleaseWeight, versionsOf, type WeighedRelease } from './dataset-version.ts';

const release = (number: number, weight?: ReleaseWeight, more: Partial<WeighedRelease> = {}): WeighedRelease => ({
  number,
  loadedAt: `2026-01-0${number}T09:00:00.000Z`,
  embargoUntil: null,
  ...(weight && { weight }),
  ...more,
});

it('Versions grow by what each release takes away, brings or corrects', () => {
  const releases = [release(5, 'patch'), release(4, 'major'), release(3, 'patch'), release(2), release(1, 'major')];
  expect([...versionsOf(releases)]).toEqual([
    [1, '1.0.0'],
    [2, '1.1.0'],
    [3, '1.1.1'],
    [4, '2.0.0'],
    [5, '2.0.1'],
  ]);
});

it('A release under an embargo has its version from the moment at which it could be seen', () => {
  const embargoed = release(1, 'patch', { embargoUntil: '2026-01-02T12:00:00.000Z' });
  expect([...versionsOf([embargoed, release(2, 'minor'), release(3, 'minor')])]).toEqual([
    [2, '1.0.0'],
    [1, '1.0.1'],
    [3, '1.1.0'],
  ]);
});

it('Of nothing there is no version', () => {
  expect([...versionsOf([])]).toEqual([]);
});
