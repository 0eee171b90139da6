import type { Touched } from '../audit/audit-record.ts';
import type { AnsweredState, ExecutionContext } from '../operations/operation-context.ts';
import type { AskedFetch, Brought, FetchSource } from './agency-source.ts';
import { EntityMemory } from './entity-memory.ts';
import type { FetchShape, ObjectShape } from './fetch-shape.ts';
import type { FetchShapes } from './fetch-shapes.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** Whose answers are remembered. */
export interface RememberedEntitiesOptions {
  readonly agency: string;
  readonly source: FetchSource;
  /** What answers have to look like. */
  readonly shapes: FetchShapes;
}

/** What an agency tells of one answer. */
interface Told {
  readonly states: AnsweredState[];
  readonly samples: Set<string>;
  readonly touched: Touched[];
}

/**
 * Asks an agency, but not again for small things about single entities, such as the names of areas: where it has said by which state of its
 * catalogue it answers in this run of an operation, what it has answered by that state before is taken. Only of anonymous callers, and
 * only what is whole and has nothing made up and nothing that is not for everybody.
 */
export class RememberedEntities implements FetchSource {
  readonly #options: RememberedEntitiesOptions;
  readonly #memory = new EntityMemory();
  /** By which state the agency has answered last in each run. */
  readonly #states = new WeakMap<ExecutionContext, string>();
  readonly #areSmall = new WeakMap<FetchShape, boolean>();

  constructor(options: RememberedEntitiesOptions) {
    this.#options = options;
  }

  /** As Apollo's executor asks, which remembers nothing. */
  readonly process: FetchSource['process'] = (options) => this.#options.source.process(options);

  async fetch(asked: AskedFetch): Promise<Brought> {
    const { context, request } = asked;
    const entities = context.viewer.kind === 'anonymous' ? this.#smallIn(asked) : null;
    const state = this.#states.get(context);
    const known = entities && state !== undefined ? this.#memory.find(request, entities, state) : null;
    if (known === null || state === undefined) return this.#ask(asked, entities);
    const { agency } = this.#options;
    context.states?.push({ agency, state });
    context.completeness?.add(agency, 'CACHED');
    return { data: { _entities: known }, errors: [] };
  }

  async #ask(asked: AskedFetch, entities: readonly JsonObject[] | null): Promise<Brought> {
    const { context, request } = asked;
    const told: Told = { states: [], samples: new Set(), touched: [] };
    const brought = await this.#options.source.fetch({ ...asked, context: { ...context, ...told } });
    context.states?.push(...told.states);
    context.touched?.push(...told.touched);
    for (const id of told.samples) context.samples?.add(id);
    const state = told.states[0]?.state ?? null;
    if (state !== null) this.#states.set(context, state);
    const answers = brought.data?.['_entities'];
    const isWhole = brought.errors.length === 0 && told.samples.size === 0 && told.touched.length === 0;
    if (entities !== null && state !== null && isWhole && Array.isArray(answers))
      this.#memory.add(request, entities, { answers, state });
    return brought;
  }

  /** The entities that a fetch asks something small about; null where it asks for more, or for no entities. */
  #smallIn({ request }: AskedFetch): readonly JsonObject[] | null {
    const entities: unknown = request.variables['representations'];
    if (!Array.isArray(entities)) return null;
    const shape = this.#options.shapes.of(request.query);
    const known = this.#areSmall.get(shape);
    const isSmall = known ?? (shape.isEntityFetch && isWithoutLists(shape.root.get('_entities')?.fields ?? new Map()));
    if (known === undefined) this.#areSmall.set(shape, isSmall);
    return isSmall ? entities.filter(isJsonObject) : null;
  }
}

/** Whether nothing in an object is a list, at any depth. */
function isWithoutLists(shape: ObjectShape): boolean {
  return [...shape.values()].every(
    ({ listDepth, fields }) => listDepth === 0 && (fields === null || isWithoutLists(fields)),
  );
}
