import { createServer, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that takes a path away before it passes a request on, as many stand before a service. */
export async function startProxy(target: string, path: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const { url = '', method = 'GET', headers } = request;
    if (!url.startsWith(`${path}/`)) return void response.writeHead(404).end();
    const passed = sendRequest(target + url.slice(path.length), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { url: `http://127.0.0.1:${port}${path}`, [Symbol.asyncDispose]: close };
}
