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
  /** The profile of the gateway's main thread while `work` ran. */
  readonly profile: (work: () => Promise<unknown>) => Promise<CpuProfile>;
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

async function profile(program: RunningProcess, work: () => Promise<unknown>): Promise<CpuProfile> {
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-profile-'));
  try {
    const file = join(folder, 'profile.json');
    await order(program, { kind: 'start' });
    await work();
    await order(program, { kind: 'stop', file });
    // The inspector wrote it. Source: Chrome DevTools Protocol, Profiler.Profile.
    return JSON.parse(await readFile(file, 'utf8')) as CpuProfile;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function order(program: RunningProcess, message: ProfileOrder): Promise<void> {
  const done = nextMessage('the profiled gateway', program);
  program.child.send(message);
  await done;
}
