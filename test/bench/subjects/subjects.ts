import { boroughgraph } from './boroughgraph.ts';
import { floor } from './floor.ts';
import { parseFloor } from './parse-floor/parse-floor.ts';
import { arePeersInstalled, peers } from './peers.ts';
import type { Subject } from './subject.ts';

/** All that can be measured here, ours first; without the peers where they are not installed. */
export function availableSubjects(): readonly Subject[] {
  return [boroughgraph, ...(arePeersInstalled() ? peers : []), floor, parseFloor];
}

/** The names of all subjects, installed or not. */
export const subjectNames: readonly string[] = [boroughgraph, ...peers, floor, parseFloor].map(({ name }) => name);
