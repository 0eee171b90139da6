import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort, requireFreePort } from './ports.ts';

it('A free port may be listened on', async () => {
  const port = await findFreePort();
  await expect(
    requireFreePort({ port, host: '127.0.0.1', wantedBy: 'gateway', variable: 'GATEWAY_PORT' }),
  ).resolves.toBeUndefined();
});

it('A taken port is told in one line with what needs it and the variable that moves it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(
    requireFreePort({ port, host: '127.0.0.1', wantedBy: 'health subgraph', variable: 'HEALTH_PORT' }),
  ).rejects.toThrow(
    new RegExp(
      `^Port ${port}, which the health subgraph needs, is taken\\. Stop what listens there, or choose another: HEALTH_PORT=\\d+$`,
    ),
  );
  server.close();
});

it('A port that is let go of soon is waited for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const waiting = requireFreePort({ port, host: '127.0.0.1', wantedBy: 'gateway', variable: 'GATEWAY_PORT' });
  setTimeout(() => server.close(), 200);
  await expect(waiting).resolves.toBeUndefined();
});

it('An address that is not of this machine is told with the variable that names it', async () => {
  await expect(
    requireFreePort({ port: 4000, host: '192.0.2.1', wantedBy: 'gateway', variable: 'GATEWAY_PORT' }),
  ).rejects.toThrow(
    'This machine does not have the address 192.0.2.1, at which the gateway should listen. Set another: HOST=0.0.0.0',
  );
});
