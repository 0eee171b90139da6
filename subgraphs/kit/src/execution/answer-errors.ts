import type { GraphQLError, GraphQLResolveInfo } from 'graphql';

/** A place in an answer, with what is around it; undefined is the whole answer. */
export type Place = GraphQLResolveInfo['path'];

/** The errors of one answer, in the order in which they came; none from within what is null already. */
export class AnswerErrors {
  readonly all: GraphQLError[] = [];
  readonly #nulls = new Set<Place | undefined>();

  /** Adds the error because of which there is null at a place. */
  add(error: GraphQLError, place: Place | undefined): void {
    if (this.#isWithinNull(place)) return;
    this.#nulls.add(place);
    this.all.push(error);
  }

  #isWithinNull(place: Place | undefined): boolean {
    if (this.#nulls.size === 0) return false;
    for (let around = place; around !== undefined; around = around.prev) if (this.#nulls.has(around)) return true;
    return this.#nulls.has(undefined);
  }
}
