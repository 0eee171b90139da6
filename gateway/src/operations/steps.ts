import type { AgencyStep } from '@boroughgraph/schema/wire/steps-header.ts';
import type { PathPattern } from '../errors/response-path.ts';

/** How an answer was made: which agency was asked for which part, and how long each took. */
export class Steps {
  readonly #begunAt = performance.now();
  readonly #steps: AgencyStep[] = [];

  /** Notes that an agency has brought what it was asked for, or that it did not. */
  note(agency: string, place: PathPattern, startedAt: number): void {
    this.#steps.push({
      agency,
      place: place.filter((each) => each !== '@').join('.'),
      startMs: Math.round(startedAt - this.#begunAt),
      ms: Math.round(performance.now() - startedAt),
    });
  }

  /** All of them, in the order in which they began. */
  list(): readonly AgencyStep[] {
    return this.#steps.toSorted((one, other) => one.startMs - other.startMs);
  }
}
