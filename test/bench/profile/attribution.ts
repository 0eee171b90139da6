/** One place in the tree of calls. Source: Chrome DevTools Protocol, Profiler.ProfileNode. */
export interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** Samples of a thread: where it was, and for how many microseconds. Source: Chrome DevTools Protocol, Profiler.Profile. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Calls that belong to a phase: those of files whose path has `file`, all or the named functions alone. */
export interface PhaseRule {
  readonly phase: string;
  readonly file: RegExp;
  readonly functions?: RegExp;
}

/** Microseconds by phase; waiting is none. `unattributed` is what no rule claims. */
export type PhaseTimes = ReadonlyMap<string, number>;

/** The phase of samples that no rule claims. */
export const unattributed = 'unattributed';
/** The phase of samples in the garbage collector, which runs for all others. */
export const collection = 'garbage collection';
const idle = 'idle';

/**
 * How long a thread was in each phase: a sample belongs to the rule that claims the innermost call of its stack that any
 * rule claims; of several rules for one call, the first. A native function, such as JSON.parse, belongs with its caller.
 */
export function attribute(profile: CpuProfile, rules: readonly PhaseRule[]): PhaseTimes {
  const phases = phasesOfNodes(profile.nodes, rules);
  const times = new Map<string, number>();
  profile.samples.forEach((node, index) => {
    const phase = phases.get(node) ?? unattributed;
    if (phase !== idle) times.set(phase, (times.get(phase) ?? 0) + (profile.timeDeltas[index] ?? 0));
  });
  return times;
}

/**
 * Milliseconds of processor time a request by phase, of a thread that used `cpuMs` for so many requests meanwhile.
 *
 * Samples are of elapsed time, in which a thread that waits for a core is still in its phase: they say how the time is
 * shared, and the clock of the thread how much it was. Zero for every phase where there was no request.
 */
export function perRequest(
  times: PhaseTimes,
  { cpuMs, requests }: { readonly cpuMs: number; readonly requests: number },
): Readonly<Record<string, number>> {
  const sampled = [...times.values()].reduce((sum, time) => sum + time, 0);
  const scale = sampled === 0 || requests === 0 ? 0 : cpuMs / sampled / requests;
  return Object.fromEntries([...times].map(([phase, time]) => [phase, time * scale]));
}

function phasesOfNodes(nodes: readonly ProfileNode[], rules: readonly PhaseRule[]): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const phases = new Map<number, string>();
  const children = new Set(nodes.flatMap((node) => node.children ?? []));
  // A stack can be deeper than ours may be: an explicit list in place of recursion.
  const open: (readonly [ProfileNode, string])[] = nodes
    .filter(({ id }) => !children.has(id))
    .map((node) => [node, unattributed] as const);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, inherited] = next;
    const phase = phaseOf(node, rules) ?? inherited;
    phases.set(node.id, phase);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child !== undefined) open.push([child, phase]);
    }
  }
  return phases;
}

function phaseOf({ callFrame: { functionName, url } }: ProfileNode, rules: readonly PhaseRule[]): string | null {
  // The profiler's own work is no part of a request.
  if (functionName === '(idle)' || url === 'node:inspector') return idle;
  if (functionName === '(garbage collector)') return collection;
  return rules.find(({ file, functions }) => file.test(url) && functions?.test(functionName) !== false)?.phase ?? null;
}
