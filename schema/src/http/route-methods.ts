import type { FastifyInstance } from 'fastify';

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

/** A place with a part that may be anything, and the methods that it takes. */
interface OpenPlace {
  readonly isAt: RegExp;
  readonly methods: readonly string[];
}

const openPlaces = new WeakMap<FastifyInstance, OpenPlace[]>();

/** Remembers each place that a server gets from now on of which a part may be anything: the server tells itself of others alone. */
export function rememberOpenPlaces(server: FastifyInstance): void {
  const places: OpenPlace[] = [];
  openPlaces.set(server, places);
  server.addHook('onRoute', ({ url, method }) => {
    // What answers preflights is at `*`, and is no place.
    if (!url.startsWith('/') || !/[:*]/.test(url)) return;
    const parts = url
      .split(/(:\w+|\*)/)
      .map(patternOf)
      .join('');
    places.push({ isAt: new RegExp(`^${parts}$`), methods: [method].flat() });
  });
}

/** What stands in a path for a part of a place: anything for a star, anything without a slash for a name, and itself for the rest. */
function patternOf(part: string): string {
  if (part === '*') return '.*';
  return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
}

/** The methods that a path takes, in one order; none where there is nothing. Never throws. */
export function methodsAt(server: FastifyInstance, path: string): readonly string[] {
  const open = (openPlaces.get(server) ?? []).filter(({ isAt }) => isAt.test(path)).flatMap((place) => place.methods);
  return methods.filter((method) => open.includes(method) || server.hasRoute({ url: path, method }));
}
