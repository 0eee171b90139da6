import { describe, expect, it } from 'vitest';
import { type FoundSupergraph, PlaceError } from './supergraph-place.ts';
import { SupergraphWatch } from './supergraph-watch.ts';

type Look = () => FoundSupergraph | null;

const found = (version: number, supergraphSdl = `# ${version}`): FoundSupergraph => ({
  supergraphSdl,
  version,
  mark: String(version),
});

/** A watch over a place at which each look finds what the next of `looks` says; what is called "# bad" cannot be served. */
function watch(...looks: readonly Look[]) {
  const [served, told]: [string[], string[]] = [[], []];
  const [left, marks] = [[...looks], [] as (string | null)[]];
  const tell = (_: object, message: string) => void told.push(message);
  const watching = new SupergraphWatch({
    place: {
      name: 'a place',
      everyMs: 3_600_000,
      read: (known) => {
        marks.push(known);
        return Promise.resolve().then(() => left.shift()?.() ?? null);
      },
    },
    first: found(1),
    serve: (sdl) => {
      if (sdl === '# bad') return Promise.reject(new Error('it is bad'));
      served.push(sdl);
      return Promise.resolve();
    },
    log: { info: tell, warn: tell, error: tell },
  });
  return { watching, served, told, marks };
}

describe('A watched place', () => {
  it('has what comes served, each once', async () => {
    const { watching, served } = watch(
      () => found(2),
      () => null,
      // Published again, word for word.
      () => found(3, '# 2'),
    );
    for (let look = 0; look < 3; look += 1) await watching.look();
    expect({ served, version: watching.standing.version }).toEqual({ served: ['# 2'], version: 3 });
    await watching.close();
  });

  it('is reported where what lies there cannot be used, and not tried again', async () => {
    const { watching, served, told, marks } = watch(
      () => found(2, '# bad'),
      () => null,
    );
    await watching.look();
    expect(watching.standing).toMatchObject({ version: 1, refused: { version: 2, reason: 'it is bad' } });
    await watching.look();
    expect({ served, told, marks }).toEqual({
      served: [],
      told: ['a supergraph is refused: the one that is there stays'],
      marks: ['1', '2'],
    });
    await watching.close();
  });

  it('is reported where nobody who may has signed', async () => {
    const { watching } = watch(() => {
      throw new PlaceError('it is not signed', '2');
    });
    await watching.look();
    expect(watching.standing).toMatchObject({ version: 1, refused: { reason: 'it is not signed' } });
    await watching.close();
  });

  it('may be away: what was found stays, and it is said once', async () => {
    const away = (): never => {
      throw new Error('ECONNREFUSED');
    };
    const { watching, served, told } = watch(away, away, () => found(2));
    for (let look = 0; look < 3; look += 1) await watching.look();
    expect({ served, told }).toEqual({
      served: ['# 2'],
      told: [
        'no supergraph can be looked for: the one that is there stays',
        'supergraphs can be looked for again',
        'another supergraph is served',
      ],
    });
    expect(watching.standing.refused).toBeNull();
    await watching.close();
  });

  it('has a good one served after a bad one, and the bad one forgotten', async () => {
    const { watching, served } = watch(
      () => found(2, '# bad'),
      () => found(3),
    );
    for (let look = 0; look < 2; look += 1) await watching.look();
    expect({ served, standing: watching.standing }).toMatchObject({
      served: ['# 3'],
      standing: { version: 3, refused: null },
    });
    await watching.close();
  });
});
