import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What stands before an agency. */
export interface AgencyDoor {
  readonly url: string;
  readonly close: () => void;
}

/** Headers of one connection, and of how one body is packed. */
const ofConnection =
  /^(?:host|connection|keep-alive|transfer-encoding|content-length|content-encoding|accept-encoding)$/;

/** Opens a door that passes on what comes to an agency, once `before` has been told of it, which may cut it off. */
export async function openAgencyDoor(
  agencyUrl: string,
  before: (body: string, response: ServerResponse) => Promise<void>,
): Promise<AgencyDoor> {
  const server = createServer((request, response) => void passOn(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The door listens on a port');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${address.port}`, close };

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '' } = request;
    const body = await text(request);
    await before(body, response);
    if (response.destroyed) return;
    const headers = Object.entries(request.headers).filter(([name]) => !ofConnection.test(name));
    const answer = await fetch(agencyUrl + url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
      ...(method === 'POST' && { body }),
    });
    const answered = await answer.text();
    for (const [name, value] of answer.headers) if (!ofConnection.test(name)) response.setHeader(name, value);
    response.writeHead(answer.status).end(answered);
  }
}
