import { createServer } from 'node:http';

/*
 * The least that an answer costs a server of Node that has it ready: it reads a request to its end, looks at nothing of it, and answers what its
 * parent has told it. Says at which port, in a message.
 */

/** What is answered, as it goes from process to process. */
export interface BareAnswer {
  readonly status: number;
  readonly head: readonly string[];
  readonly bytes: Uint8Array;
}

let answer: BareAnswer = { status: 404, head: [], bytes: new Uint8Array() };

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(answer.status, [...answer.head]);
    response.end(answer.status === 304 ? undefined : answer.bytes);
  });
});
process.on('message', (message) => {
  // Its parent sends nothing else.
  answer = message as BareAnswer;
  process.send?.('told');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
