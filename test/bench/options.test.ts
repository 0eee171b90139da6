import { describe, expect, it } from 'vitest';
import { parseOptions, type Available } from './options.ts';
import { boroughgraph } from './subjects/boroughgraph.ts';
import { floor } from './subjects/floor.ts';
import { parseFloor } from './subjects/parse-floor/parse-floor.ts';
import { peers } from './subjects/peers.ts';

const everything: Available = { subjects: [boroughgraph, ...peers, floor, parseFloor], hasPublishedFiles: true };
const parseWith = (available: Available, ...args: readonly string[]) => {
  const options = parseOptions(args, available);
  if (options === null) return null;
  const { plan, isWhole } = options;
  return {
    ...plan,
    subjects: plan.subjects.map(({ name }) => name),
    workloads: plan.workloads.map(({ name }) => name),
    isWhole,
  };
};
const parse = (...args: readonly string[]) => parseWith(everything, ...args);

describe('the options of the benchmark', () => {
  it('are everything without any', () => {
    expect(parse()).toMatchObject({
      subjects: ['boroughgraph', 'apollo-gateway', 'hive-gateway', 'hive-gateway-rust', 'floor', 'parse floor'],
      workloads: ['borough-safety', 'all-boroughs', 'framework', 'catalogue', 'dashboard-day', 'bulk'],
      datasets: ['base', 'generated'],
      connections: [1, 8, 32],
      loadRounds: 3,
      isWhole: true,
    });
  });

  it('narrow subjects, workloads and data, and ours stays to compare with', () => {
    expect(parse('--subject', 'floor,hive-gateway', '--workload=bulk', '--dataset=generated')).toMatchObject({
      subjects: ['boroughgraph', 'hive-gateway', 'floor'],
      workloads: ['bulk'],
      datasets: ['generated'],
      loadRounds: 0,
      isWhole: false,
    });
  });

  it('can be the loads alone', () => {
    expect(parse('--workload', 'load')).toMatchObject({ workloads: [], loadRounds: 3 });
  });

  it('with other minutes is still everything, in a short form it is not', () => {
    expect(parse('--minutes', '5')).toMatchObject({ minutes: 5, isWhole: true });
    expect(parse('--short')).toMatchObject({ withPublished: false, isWhole: false });
  });

  it('are not everything without the peers, and name one that is not installed', () => {
    const withoutPeers: Available = { ...everything, subjects: [boroughgraph, floor] };
    expect(parseWith(withoutPeers)).toMatchObject({ subjects: ['boroughgraph', 'floor'], isWhole: false });
    expect(() => parseWith(withoutPeers, '--subject=hive-gateway')).toThrow(
      '--subject is "hive-gateway", which is not installed: npm run bench:peers',
    );
  });

  it('are not everything without the published files, for which made-up figures stand then', () => {
    expect(parseWith({ ...everything, hasPublishedFiles: false })).toMatchObject({
      withPublished: false,
      isWhole: false,
    });
  });

  it('are nothing where help is asked for', () => {
    expect(parse('--help')).toBeNull();
  });

  it.each([
    ['--rounds=1.5', '--rounds is "1.5": expected a whole number'],
    ['--workload=none', '--workload is "none": expected some of borough-safety'],
    ['--subject=none', '--subject is "none": expected some of boroughgraph'],
    ['--dataset=none', '--dataset is "none": expected some of published, generated'],
    ['--minutes=soon', '--minutes is "soon": expected a number greater than nought'],
    ['--quick', "Unknown option '--quick'"],
  ])('refuse %s', (argument, sentence) => {
    expect(() => parse(argument)).toThrow(sentence);
  });
});
