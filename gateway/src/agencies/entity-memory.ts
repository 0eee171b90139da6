import { hash } from 'node:crypto';
import { ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import { holdsStill } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { AgencyOperation } from './agency-fetch.ts';
import type { JsonObject } from './json.ts';

/** What is known of an entity, as text: whoever gets it writes into it. */
interface KnownEntity {
  readonly text: string;
  /** By which state of its catalogue the agency has answered. */
  readonly state: string;
  /** The day in London when it was asked: what is not yet due depends on it. */
  readonly day: string;
}

/** How much memory they may take, in bytes: the names of all areas, for some dozens of operations. */
const maxBytes = 4_000_000;
/** What is larger is no name, and costs as much to be read from here as from an agency; in characters. */
const maxLength = 1_000;

/** Small answers of one agency about single entities, such as the names of areas, for whoever asks the same while its catalogue is as it was. */
export class EntityMemory {
  readonly #known = new ProvenCache<KnownEntity>({
    maxBytes,
    sizeOf: ({ text, state, day }) => text.length + state.length + day.length,
  });

  /** What was answered about each of some entities, where it is known of all of them for the state and today; else null. Never throws. */
  find(request: AgencyOperation, entities: readonly JsonObject[], state: string): JsonObject[] | null {
    const kind = kindOf(request);
    const today = londonDayAt(new Date());
    const found: JsonObject[] = [];
    for (const entity of entities) {
      const known = this.#known.get(keyOf(kind, entity));
      if (known === undefined || known.day !== today || !holdsStill(known.state, state)) return null;
      // It was written here from an object.
      found.push(JSON.parse(known.text) as JsonObject);
    }
    return found;
  }

  /** Remembers what was answered about each of some entities, in their order; an answer that is null is asked for again. */
  add(request: AgencyOperation, entities: readonly JsonObject[], { answers, state, day }: AnsweredEntities): void {
    const kind = kindOf(request);
    entities.forEach((entity, index) => {
      const answer = answers[index] ?? null;
      const text = answer === null ? '' : JSON.stringify(answer);
      if (text !== '' && text.length <= maxLength) this.#known.set(keyOf(kind, entity), { text, state, day });
    });
  }
}

/** What an agency has answered about entities. */
export interface AnsweredEntities {
  readonly answers: readonly unknown[];
  readonly state: string;
  readonly day: string;
}

/** The same for fetches that ask the same, whatever the planner calls them: short, since there is a key for each entity. */
function kindOf({ query, operationName, variables }: AgencyOperation): string {
  const nameless = operationName === undefined ? query : query.replace(operationName, '');
  return hash('sha256', JSON.stringify([nameless, { ...variables, representations: null }]), 'base64url');
}

const keyOf = (kind: string, entity: JsonObject): string => `${kind} ${JSON.stringify(entity)}`;
