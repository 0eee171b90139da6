import { memoryFlags } from '@boroughgraph/system/service.ts';
import type { Shot } from '../../generator-protocol.ts';
import { firstMessage, nextMessage, projectFile, startProgram } from '../../processes.ts';
import { anyWindow, type Workload } from '../../workloads/workload.ts';
import type { Subject } from '../subject.ts';
import type { FloorRequest, Lesson } from './protocol.ts';

/** The name of the parse floor in reports, over which our gateway is told. */
export const parseFloorName = 'parse floor';

/**
 * The subgraph requests of each operation, recorded once from our gateway, sent all at once by a process of its own over HTTP, which parses each
 * answer and writes them all: the least that a gateway in JavaScript could cost that looks at nothing and puts nothing together.
 */
export const parseFloor: Subject = {
  name: parseFloorName,
  description:
    'the subgraph requests that our gateway sends, sent at once by a process that parses each answer and writes them all, and does nothing else',
  start: async () => {
    const script = projectFile('test/bench/subjects/parse-floor/server.ts');
    const environment = { NODE_ENV: 'production' };
    const program = startProgram({ name: 'the parse floor', script, environment, flags: memoryFlags });
    // It says where it listens, in a message of its own form.
    const { port } = (await firstMessage(program)) as { readonly port: number };
    const url = `http://127.0.0.1:${port}`;
    return {
      pid: program.pid,
      url,
      replay: async (workload, recorded) => {
        const learnt = nextMessage(program);
        const lesson: Lesson = { workload: workload.name, shotsByKind: recorded };
        program.child.send(lesson);
        await learnt;
        return shotsTo(url, workload);
      },
      [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
    };
  },
};

function shotsTo(url: string, { name, kinds }: Workload): readonly (readonly Shot[])[] {
  return kinds.map((kind, index) => {
    const request: FloorRequest = { ...kind, window: anyWindow };
    return [{ url: `${url}/${name}/${index}`, body: JSON.stringify(request) }];
  });
}
