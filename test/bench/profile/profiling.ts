import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextMessage, type RunningProcess } from '../processes.ts';
import { startOwnGateway, urlsOf, type RunningAgencies } from '../running-agencies.ts';
import type { CpuProfile } from './attribution.ts';

/** What a profiled gateway is told. */
export type ProfileOrder = { readonly kind: 'start' } | { readonly kind: 'stop'; readonly file: string };

/** Our gateway, ready to be profiled. */
export interface ProfiledGateway extends AsyncDisposable {
  readonly url: string;
  /** What the gateway's main thread did while `work` ran. */
  readonly profile: (work: () => Promise<unknown>) => Promise<MainThreadProfile>;
}

/** Samples of a thread, and the processor time in milliseconds that it used meanwhile. */
export interface MainThreadProfile {
  readonly samples: CpuProfile;
  readonly cpuMs: number;
}

/** Starts our gateway with the hook that profiles it. */
export async function startProfiledGateway(agencies: RunningAgencies): Promise<ProfiledGateway> {
  const { program, url } = await startOwnGateway(urlsOf(agencies), [
    '--import',
    new URL('./hook.ts', import.meta.url).href,
  ]);
  return {
    url,
    profile: (work) => profile(program, work),
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

async function profile(program: RunningProcess, work: () => Promise<unknown>): Promise<MainThreadProfile> {
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-profile-'));
  try {
    const file = join(folder, 'profile.json');
    await order(program, { kind: 'start' });
    await work();
    // The hook of ours answers in this form.
    const { cpuMs } = (await order(program, { kind: 'stop', file })) as { readonly cpuMs: number };
    // The inspector wrote it. Source: Chrome DevTools Protocol, Profiler.Profile.
    return { samples: JSON.parse(await readFile(file, 'utf8')) as CpuProfile, cpuMs };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function order(program: RunningProcess, message: ProfileOrder): Promise<unknown> {
  const done = nextMessage(program);
  program.child.send(message);
  return done;
}
