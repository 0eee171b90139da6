import { createPublicKey, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readVersion } from '@boroughgraph/gateway/supergraph/published-version.ts';
import { listVersions, readVersionText } from '@boroughgraph/gateway/supergraph/version-folder.ts';
import { type Environment, readVariables } from '@boroughgraph/schema/process/environment.ts';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import { ensureKey } from '../access/development-key.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { say } from '../terminal.ts';
import { askReleases, describeRelease } from './ask-gateway.ts';
import { deliverDue } from './deliver.ts';
import type { GraphEvent } from './graph-event.ts';
import { compareReleases, knowReleases } from './graph-snapshot.ts';
import { type Delivery, type NotifyState, readNotifyState, writeNotifyState } from './notify-state.ts';
import { webhooksVariable } from './notify-variables.ts';
import { hearsOf, readSubscribers, type Subscriber } from './subscribers.ts';

/** Who is told, and for how long. */
export interface NotifyRequest {
  readonly settings: Settings;
  readonly environment: Environment;
  /** Whether to look once, and to end. */
  readonly isOnce: boolean;
  readonly shutdown: Shutdown;
}

/** Dashboards look no oftener themselves. */
const lookEveryMs = 60_000;

/**
 * Tells subscribers of what happens to the graph, until it is told to stop. What was there before the first look is told to nobody.
 *
 * @throws {Problem} when nobody is listed, or a subscriber cannot be used.
 */
export async function notify({ settings, environment, isOnce, shutdown }: NotifyRequest): Promise<void> {
  const { path } = readVariables(environment, { path: webhooksVariable });
  if (path === null) throw new Problem('WEBHOOKS names no file of subscribers: nobody would be told of anything');
  const subscribers = readSubscribers(resolve(path));
  say(`Told of what happens: ${subscribers.map(({ url }) => new URL(url).host).join(', ') || 'nobody'}`);
  const statePath = join(settings.folder.root, 'webhooks.json');
  const sending = { subscribers, log: say, signal: shutdown.stop };
  while (!shutdown.stop.aborted) {
    const now = new Date();
    const state = await advance({ settings, known: readNotifyState(statePath), subscribers }, now);
    if (state !== null) {
      // Before anything is sent: what is sent twice has the same id.
      writeNotifyState(statePath, state);
      writeNotifyState(statePath, { ...state, deliveries: [...(await deliverDue(state.deliveries, sending, now))] });
    }
    if (isOnce) return;
    await wait(lookEveryMs, undefined, { signal: shutdown.stop }).catch(() => undefined);
  }
}

interface Advancing {
  readonly settings: Settings;
  readonly known: NotifyState | null;
  readonly subscribers: readonly Subscriber[];
}

/** What is known once somebody has looked, with what is to be sent; as before where nobody can look. */
async function advance({ settings, known, subscribers }: Advancing, now: Date): Promise<NotifyState | null> {
  try {
    return await look(settings, known, (events) => queue(events, subscribers, now));
  } catch (error) {
    say(`What has happened cannot be looked for: ${error instanceof Error ? error.message : 'unknown'}`);
    return known;
  }
}

async function look(
  { gatewayPort, folder }: Settings,
  known: NotifyState | null,
  queueFor: (events: readonly GraphEvent[]) => readonly Delivery[],
): Promise<NotifyState> {
  const endpoint = `http://127.0.0.1:${gatewayPort}${graphqlPath}`;
  const found = await askReleases(endpoint);
  const versions = await listVersions(folder.published);
  const next = { releases: knowReleases(known?.releases ?? {}, found), version: versions[0] ?? 0 };
  if (known === null) return { ...next, deliveries: [] };
  const { releases, recalls } = compareReleases(known.releases, found);
  const events = [...recalls, ...(await findBreaking(folder, versions, known.version))];
  for (const release of releases) events.push(...(await describeRelease(endpoint, release)));
  return { ...next, deliveries: [...known.deliveries, ...queueFor(events)] };
}

async function findBreaking(
  folder: Settings['folder'],
  versions: readonly number[],
  known: number,
): Promise<readonly GraphEvent[]> {
  const fresh = versions.filter((number) => number > known).toReversed();
  if (fresh.length === 0) return [];
  const keys = [createPublicKey(ensureKey(folder.publisherKey, folder))];
  const read = await Promise.all(
    fresh.map(async (number) => readVersion(await readVersionText(folder.published, number), keys)),
  );
  return read
    .filter(({ broken }) => broken.length > 0)
    .map(({ number, subject, why, broken }) => ({
      type: 'breaking-change',
      version: number,
      subject,
      why,
      operations: broken,
    }));
}

/** A message for each who hears of an event. */
function queue(events: readonly GraphEvent[], subscribers: readonly Subscriber[], now: Date): readonly Delivery[] {
  return events.flatMap((event) =>
    subscribers
      .filter((subscriber) => hearsOf(subscriber, event))
      .map(({ url }) => {
        const id = `msg_${randomUUID()}`;
        const body = JSON.stringify({ type: event.type, timestamp: now.toISOString(), data: event });
        return { id, url, body, attempts: 0, due: now.toISOString() };
      }),
  );
}
