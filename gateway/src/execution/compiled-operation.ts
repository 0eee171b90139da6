import type { GraphQLSchema } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { readBooleans } from './boolean-variables.ts';
import { compileIntrospection, type Introspect } from './introspect.ts';
import { compilePlan } from './plans/compile-plan.ts';
import type { PlanParts, Step } from './plans/plan-run.ts';
import { compileProjector, type Project } from './projection/projector.ts';
import { findDecidingVariables, selectFields } from './projection/selected-fields.ts';

/** What clients get while the variables that decide on fields have certain values. */
export interface Projection {
  readonly project: Project;
  readonly introspect: Introspect;
}

/** Of one operation: of one with five such variables, half of the combinations. They are rarely asked for in many. */
const maxProjections = 16;

/** What a prepared operation is compiled into, once. */
export class CompiledOperation {
  /** Fetches all that the plan says. */
  readonly fetch: Step;
  readonly #prepared: PreparedOperation;
  readonly #apiSchema: GraphQLSchema;
  readonly #deciding: ReadonlySet<string>;
  readonly #projections = new Map<string, Projection>();

  /** @throws {UnknownPlanError} when the plan has a form that is not known here. */
  constructor(prepared: PreparedOperation, apiSchema: GraphQLSchema, parts: PlanParts) {
    this.#prepared = prepared;
    this.#apiSchema = apiSchema;
    this.fetch = compilePlan(prepared.plan, prepared.answered, parts);
    this.#deciding = findDecidingVariables(prepared.answered.selectionSet);
  }

  /** What clients get by these variables; null where one that decides on fields is no truth value. */
  projection(variables: Readonly<Record<string, unknown>>): Projection | null {
    const booleans = readBooleans(this.#prepared.answered, this.#deciding, variables);
    if (booleans === null) return null;
    const key = [...booleans.values()].join();
    const known = this.#projections.get(key);
    if (known !== undefined) return known;
    const projection = this.#compile(booleans);
    const [oldest] = this.#projections.keys();
    if (oldest !== undefined && this.#projections.size >= maxProjections) this.#projections.delete(oldest);
    this.#projections.set(key, projection);
    return projection;
  }

  #compile(booleans: ReadonlyMap<string, boolean>): Projection {
    const { answered: operation, fragments } = this.#prepared;
    const selecting = { schema: this.#apiSchema, booleans };
    const type = this.#apiSchema.getRootType(operation.operation);
    const root = type
      ? selectFields(selecting, [{ set: operation.selectionSet, type }], type)
      : new Map<never, never>();
    const meta = [...root.values()].filter(({ name }) => name === '__schema' || name === '__type');
    const nodes = meta.flatMap((field) => field.nodes);
    return {
      project: compileProjector(selecting, operation),
      introspect: compileIntrospection(this.#apiSchema, nodes, { operation, fragments }),
    };
  }
}
