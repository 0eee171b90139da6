import { manifestPath } from '../support/published-manifest.ts';
import { compareLoads, largestFiles, type LoadTimes } from './load-comparison.ts';
import type { LoadOutcome } from './results.ts';
import { ratios, spreadOf, type Spread } from './statistics.ts';

/** How fast the largest published files are loaded, one outcome a file; none where there are no published files. */
export async function measureLoads(serverUrl: string, rounds: number): Promise<readonly LoadOutcome[]> {
  if (manifestPath === null) return [];
  const outcomes: LoadOutcome[] = [];
  for (const file of largestFiles) {
    const measured = await compareLoads({ serverUrl, file, rounds, withCommand: true });
    outcomes.push({
      file: file.name,
      observations: measured.observations,
      ...describe(measured.rounds, measured.observations),
    });
  }
  return outcomes;
}

function describe(rounds: readonly LoadTimes[], observations: number) {
  const perSecond = (times: readonly number[]): Spread => required(times.map((ms) => (observations / ms) * 1000));
  const loaders = rounds.map(({ loaderMs }) => loaderMs);
  const copies = rounds.map(({ copyMs }) => copyMs);
  return {
    command: perSecond(rounds.flatMap(({ commandMs }) => (commandMs === null ? [] : [commandMs]))),
    loader: perSecond(loaders),
    copy: perSecond(copies),
    ratio: required(ratios(loaders, copies)),
  };
}

function required(numbers: readonly number[]): Spread {
  const spread = spreadOf(numbers);
  if (spread === null) throw new Error('a load was measured in no round');
  return spread;
}
