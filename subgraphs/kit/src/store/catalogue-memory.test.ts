import { describe, expect, it } from 'vitest';
import type { CoverageRecord } from './answering-releases.ts';
import { CatalogueMemory } from './catalogue-memory.ts';
import { Catalogue } from './catalogue.ts';
import type { StoredRelease } from './release-record.ts';

const visits = { id: 'visits', datasetId: 'libraries' };
const places = ['E09000007', 'E09000012', 'E09000024'];

/** A known sequence from 0 to below 1 for each seed: the minimal standard generator of Park and Miller, 1988. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A release as the store has it, and what it covers. */
interface Stored {
  readonly release: StoredRelease;
  readonly coverage: readonly CoverageRecord[];
}

function storedAs(number: number, random: () => number): Stored {
  const pick = (below: number) => Math.floor(random() * below);
  const publishedAt = `2024-01-${String(10 + pick(12))}`;
  const first = pick(random() < 0.2 ? 200 : 12);
  const periodIds = Array.from({ length: 1 + pick(random() < 0.1 ? 80 : 4) }, (_, index) =>
    random() < 0.1 ? null : `P${first + index}`,
  );
  const atPlaces = places.flatMap((place) =>
    random() < 0.5 ? [] : [[place, random() < 0.7 ? null : [pick(periodIds.length)]] as const],
  );
  const release = {
    ...{ number, id: `libraries@${number}`, datasetId: 'libraries', publishedAt, availableOn: publishedAt },
    ...{
      loadedAt: `2026-01-${String(10 + pick(15))}T00:00:00.000Z`,
      checksum: '',
      sourceName: '',
      latestPeriodEnd: null,
    },
    ...{ rowsRead: 0, rowsLeftOut: 0, rowsRejected: 0, observationCount: pick(2), embargoUntil: null },
    ...(random() < 0.15
      ? { recalledAt: '2026-02-01T00:00:00.000Z', recallReason: 'wrong' }
      : { recalledAt: null, recallReason: null }),
    isSynthetic: random() < 0.1,
    weight: (['major', 'minor', 'patch'] as const)[pick(3)] ?? 'minor',
  };
  const covered = { releaseNumber: number, indicatorId: 'visits', firstOrdinal: first, periodIds };
  return { release, coverage: random() < 0.1 ? [] : [{ ...covered, places: random() < 0.7 ? null : atPlaces }] };
}

/** All that a catalogue tells, in the order in which it is asked. */
function toldBy(catalogue: Catalogue, asked: readonly (string | null)[]): unknown {
  return {
    state: catalogue.state,
    listed: catalogue.listedReleasesOf('libraries'),
    standing: catalogue.releasesOf('libraries'),
    describing: catalogue.describingReleases(),
    answers: asked.map((place) => {
      const answer = catalogue.answer(visits, null, place);
      const numbersOf = (some: readonly { release: StoredRelease; firstOrdinal: number }[]) =>
        some.map(({ release, firstOrdinal }) => [release, firstOrdinal]);
      return (
        answer && [
          answer.firstOrdinal,
          answer.byPosition.map((from) => from && [from.release, from.firstOrdinal]),
          answer.beside.map(numbersOf),
          answer.before.map(numbersOf),
          answer.releaseNumbers,
          answer.earlierNumbers,
        ]
      );
    }),
  };
}

describe('the memory of a catalogue', () => {
  it.each([1, 2, 3, 4])('changes nothing of what is told, whatever has come, gone or changed (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const memory = new CatalogueMemory();
    const partlyRestricted = new Set(seed % 2 === 0 ? ['libraries'] : []);
    let stored: readonly Stored[] = [];
    for (let step = 1; step <= 60; step += 1) {
      const gone = random() < 0.15 ? Math.floor(random() * stored.length) : -1;
      const changed = random() < 0.2 ? Math.floor(random() * stored.length) : -1;
      const kept = stored.flatMap((one, index) =>
        index === gone ? [] : [index === changed ? storedAs(one.release.number, random) : one],
      );
      stored = random() < 0.7 ? [...kept, storedAs(step, random)] : kept;
      const parts = [stored.map(({ release }) => release), stored.flatMap(({ coverage }) => coverage)] as const;
      const asked = [null, ...places, 'nowhere'].toSorted(() => random() - 0.5);
      expect(toldBy(new Catalogue(...parts, { partlyRestricted, memory }), asked)).toEqual(
        toldBy(new Catalogue(...parts, { partlyRestricted }), asked),
      );
    }
  });

  it('makes nothing anew where no release has changed', () => {
    const stored = [1, 2, 3].map((number) => storedAs(number, seededRandom(number)));
    const memory = new CatalogueMemory();
    const catalogueNow = () =>
      new Catalogue(
        stored.map(({ release }) => release),
        stored.flatMap(({ coverage }) => coverage),
        { memory },
      );
    const [before, after] = [catalogueNow(), catalogueNow()];
    expect(before.answer(visits, null)).not.toBeNull();
    expect(after.answer(visits, null)).toBe(before.answer(visits, null));
    expect(after.releasesOf('libraries')).toBe(before.releasesOf('libraries'));
  });
});
