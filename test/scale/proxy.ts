import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place that leads to servers. */
export interface ProxiedPlace {
  /** A name in kebab-case. */
  readonly name: string;
  /** Where it listens on this machine. */
  readonly port: number;
  readonly servers: readonly number[];
  /** Whether the first is asked as long as it is there, in place of all in turn. */
  readonly isFirstPreferred: boolean;
}

/**
 * Starts HAProxy before servers on this machine. Each is asked whether it can answer, and is left out while it cannot; what finds no connection, or one
 * that ends without an answer, goes to the other: everything asked is a query.
 */
export function startProxy(places: readonly ProxiedPlace[]): AsyncDisposable {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'boroughgraph-haproxy-'));
  const file = join(folder.path, 'haproxy.cfg');
  writeFileSync(file, [common, ...places.map(describePlace)].join('\n'));
  const child = spawn('haproxy', ['-f', file, '-db'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  return {
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
      folder.remove();
    },
  };
}

const common = `global
  # A question is kept whole until it is answered, so that it can be asked again.
  tune.bufsize 131072
  hard-stop-after 1s
defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  # A gateway asks its agencies before it says that it can answer, and waits two seconds for one that is silent.
  timeout check 3s
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response
  option httpchk
  http-check send meth GET uri /ready ver HTTP/1.1 hdr Host localhost
  http-check expect status 200
  # Who refuses one connection is left out at once: HAProxy would else try it again, a second later.
  default-server check inter 200ms fall 2 rise 1 observe layer4 error-limit 1 on-error mark-down
`;

function describePlace({ name, port, servers, isFirstPreferred }: ProxiedPlace): string {
  const lines = servers.map((server, index) => {
    const backup = isFirstPreferred && index > 0 ? ' backup' : '';
    return `  server ${name}-${index + 1} 127.0.0.1:${server}${backup}`;
  });
  return [`listen ${name}`, `  bind 127.0.0.1:${port}`, ...lines, ''].join('\n');
}
