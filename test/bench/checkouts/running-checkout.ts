import { findFreePort } from '@boroughgraph/system/ports.ts';
import type { Parts } from '../cpu-parts.ts';
import { readUse } from '../cpu.ts';
import type { Checkout } from './checkout.ts';
import { startNpmScript } from './npm-script.ts';
import { findParts, gateway, postgresql, supervisor } from './parts.ts';

/** Where a checkout runs. */
export interface CheckoutPlace {
  readonly checkout: Checkout;
  /** Its data folder; made by the first start. */
  readonly data: string;
  /** Stops what still runs when the measurement ends. */
  readonly held: AsyncDisposableStack;
  /** Variables that its servers get besides. @default none */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A checkout that serves. */
export interface RunningCheckout extends AsyncDisposable {
  readonly checkout: Checkout;
  /** Its GraphQL endpoint. */
  readonly url: string;
  /** Where the gateway and each agency listen, by name: `http://localhost:4000`. */
  readonly urls: ReadonlyMap<string, string>;
  /** Its processes, by what they are; those of all agencies are among them. */
  readonly parts: Parts;
  /** Seconds from `npm start` until it said that it serves. */
  readonly seconds: number;
  /** Seconds of processor time in which it came so far: of all processes, those that have ended included. */
  readonly cpuSeconds: number;
}

/**
 * Runs `npm start` on free ports, and resolves when it says that it serves.
 *
 * @throws when it does not, or without one of its parts, with what it wrote.
 */
export async function startCheckout({
  checkout,
  data,
  held,
  environment: given = {},
}: CheckoutPlace): Promise<RunningCheckout> {
  const ports = await choosePorts(checkout);
  const environment = { ...given, BOROUGHGRAPH_DATA: data, ...Object.fromEntries(ports) };
  const startedAt = performance.now();
  const script = startNpmScript({ checkout, arguments: ['start'], environment, held });
  const url = `${urlOf(ports, gateway)}/graphql`;
  await script.waitFor(url);
  const seconds = (performance.now() - startedAt) / 1000;
  const use = readUse(script.pid);
  if (use === null) throw new Error('this system does not tell what processes use: it has no /proc');
  const parts = findParts(script.pid);
  const missing = [gateway, ...checkout.agencies, supervisor, postgresql].find((name) => !parts.has(name));
  if (missing !== undefined) throw new Error(`${checkout.folder} serves without ${missing}:\n${script.output()}`);
  return {
    checkout,
    url,
    urls: new Map([gateway, ...checkout.agencies].map((name) => [name, urlOf(ports, name)])),
    parts,
    seconds,
    cpuSeconds: use.cpuMs / 1000,
    [Symbol.asyncDispose]: () => script[Symbol.asyncDispose](),
  };
}

/** Loads a manifest into the checkout that runs on this data folder. */
export async function loadManifest({ checkout, data, held }: CheckoutPlace, manifest: string): Promise<void> {
  const environment = { BOROUGHGRAPH_DATA: data };
  const script = startNpmScript({ checkout, arguments: ['run', 'load', '--', manifest], environment, held });
  if ((await script.ended) !== 0) throw new Error(`${checkout.folder} does not load ${manifest}:\n${script.output()}`);
}

function urlOf(ports: ReadonlyMap<string, string>, name: string): string {
  return `http://localhost:${ports.get(portVariable(name)) ?? ''}`;
}

/** Free ports by the variables that set them. */
async function choosePorts({ agencies }: Checkout): Promise<ReadonlyMap<string, string>> {
  const ports = new Map<string, string>();
  for (const name of [gateway, ...agencies]) ports.set(portVariable(name), await findAnotherPort(ports));
  return ports;
}

/** A free port may be found twice, until something listens on it. */
async function findAnotherPort(taken: ReadonlyMap<string, string>): Promise<string> {
  const found = String(await findFreePort());
  return [...taken.values()].includes(found) ? findAnotherPort(taken) : found;
}

/** `LOCAL_AUTHORITY_PORT` for local-authority. */
function portVariable(name: string): string {
  return `${name.replaceAll('-', '_').toUpperCase()}_PORT`;
}
