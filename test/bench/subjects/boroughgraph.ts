import { startOwnGateway, urlsOf } from '../running-agencies.ts';
import type { Subject } from './subject.ts';

/** The name of our gateway in reports, to which all others are compared. */
export const ownName = 'boroughgraph';

/** Our gateway as `npm start` runs it, without the answers that it remembers: what others make each time it makes each time. */
export const boroughgraph: Subject = {
  name: ownName,
  description: 'our gateway, as npm start runs it',
  start: async (agencies) => {
    const { program, url } = await startOwnGateway(urlsOf(agencies));
    return { pid: program.pid, url, [Symbol.asyncDispose]: () => program[Symbol.asyncDispose]() };
  },
};
