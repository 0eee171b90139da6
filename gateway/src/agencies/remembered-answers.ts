import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { Touched } from '../audit/audit-record.ts';
import type { AnsweredState, ExecutionContext } from '../operations/operation-context.ts';
import type { AskedFetch, Brought, FetchSource } from './agency-source.ts';
import type { AgencyState } from './agency-state.ts';
import { EntityMemory } from './entity-memory.ts';
import { type AnsweredFetch, fetchKeyOf, type FetchMemory } from './fetch-memory.ts';
import type { FetchShape, ObjectShape } from './fetch-shape.ts';
import type { FetchShapes } from './fetch-shapes.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** Whose answers are remembered. */
export interface RememberedAnswersOptions {
  readonly agency: string;
  readonly source: FetchSource;
  /** What answers have to look like. */
  readonly shapes: FetchShapes;
  /** By which state of its catalogue the agency answers. */
  readonly state: Pick<AgencyState, 'held'>;
  /** What agencies have answered to whole fetches; null where that is not remembered. */
  readonly fetches: FetchMemory | null;
}

/** What an agency tells of one answer. */
interface Told {
  readonly states: AnsweredState[];
  readonly samples: Set<string>;
  readonly touched: Touched[];
}

/** What is to be remembered of one answer, if anything. */
interface Wanted {
  /** The entities that something small is asked about; null where more is asked. */
  readonly entities: readonly JsonObject[] | null;
  /** The key by which all of it is remembered; null where it is not. */
  readonly key: string | null;
}

/**
 * Asks an agency, but not again for what it has answered before by the state of its catalogue in which it is: whole fetches where that state
 * is held, and small things about single entities, such as the names of areas, where it has said in this run of an operation by which
 * state it answers. Only of anonymous callers, and only what is whole and has nothing that is not for everybody.
 */
export class RememberedAnswers implements FetchSource {
  readonly #options: RememberedAnswersOptions;
  readonly #memory = new EntityMemory();
  /** By which state the agency has answered last in each run. */
  readonly #states = new WeakMap<ExecutionContext, string>();
  readonly #areSmall = new WeakMap<FetchShape, boolean>();

  constructor(options: RememberedAnswersOptions) {
    this.#options = options;
  }

  /** As Apollo's executor asks, which remembers nothing. */
  readonly process: FetchSource['process'] = (options) => this.#options.source.process(options);

  fetch(asked: AskedFetch): Promise<Brought> {
    if (asked.context.viewer.kind !== 'anonymous') return this.#options.source.fetch(asked);
    const { agency, fetches } = this.#options;
    const key = fetches && fetchKeyOf(agency, asked.request);
    const known = this.#knownFetch(asked, key) ?? this.#knownEntities(asked);
    return known === null ? this.#ask(asked, key) : Promise.resolve(known);
  }

  /** What was answered to such a fetch by the state that is held now. */
  #knownFetch({ context }: AskedFetch, key: string | null): Brought | null {
    const { fetches, state } = this.#options;
    const held = fetches && state.held;
    const found = key !== null && held !== null && fetches ? fetches.find(key, held) : null;
    if (found === null) return null;
    for (const id of found.samples) context.samples?.add(id);
    return this.#tell(context, found.state, found.data);
  }

  /** What was answered about all of the entities, by the state by which others were answered in this run. */
  #knownEntities(asked: AskedFetch): Brought | null {
    const state = this.#states.get(asked.context);
    const entities = state === undefined ? null : this.#smallIn(asked);
    const known = entities && state !== undefined ? this.#memory.find(asked.request, entities, state) : null;
    return known === null || state === undefined ? null : this.#tell(asked.context, state, { _entities: known });
  }

  #tell({ states, completeness }: ExecutionContext, state: string, data: Record<string, unknown>): Brought {
    const { agency } = this.#options;
    states?.push({ agency, state });
    completeness?.noteRemembered(agency, data);
    return { data, errors: [] };
  }

  async #ask(asked: AskedFetch, key: string | null): Promise<Brought> {
    const { context } = asked;
    const day = londonDayAt(new Date());
    const wanted = {
      entities: this.#smallIn(asked),
      key: key !== null && this.#options.fetches?.isWanted(key) ? key : null,
    };
    const told: Told = { states: [], samples: new Set(), touched: [] };
    const brought = await this.#options.source.fetch({ ...asked, context: { ...context, ...told } });
    context.states?.push(...told.states);
    context.touched?.push(...told.touched);
    for (const id of told.samples) context.samples?.add(id);
    const state = told.states[0]?.state ?? null;
    if (state !== null) this.#states.set(context, state);
    if (state !== null && brought.errors.length === 0 && told.touched.length === 0)
      this.#remember(asked, wanted, { data: brought.data, state, day, samples: [...told.samples] });
    return brought;
  }

  #remember(
    { request }: AskedFetch,
    { entities, key }: Wanted,
    { data, ...answered }: Omit<AnsweredFetch, 'data'> & Pick<Brought, 'data'>,
  ): void {
    const answers = data?.['_entities'];
    if (entities !== null && answered.samples.length === 0 && Array.isArray(answers))
      this.#memory.add(request, entities, { answers, ...answered });
    if (key !== null && data !== null) this.#options.fetches?.add(key, { data, ...answered });
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
