import { Kind, parse } from 'graphql';
import { sha256Of } from './sha256.ts';

/** A published document that cannot be one: the message names it and says why. */
export class SafelistError extends Error {
  override readonly name = 'SafelistError';
}

/** Operations of which a refusal names no more than these. */
const mostNamed = 20;

/** The operations that a gateway answers, and no others, by the SHA-256 of their documents. */
export class Safelist {
  readonly #texts = new Map<string, string>();
  readonly #names: readonly string[];

  /** @throws {SafelistError} for a document that is not GraphQL. */
  constructor(documents: readonly string[]) {
    for (const text of documents) this.#texts.set(sha256Of(text), text);
    this.#names = [...new Set(documents.flatMap(namesIn))];
  }

  /** The documents, each once. */
  get documents(): readonly string[] {
    return [...this.#texts.values()];
  }

  /** The document with this hash; undefined where none has it. */
  textOf(hash: string): string | undefined {
    return this.#texts.get(hash);
  }

  has(text: string): boolean {
    return this.#texts.has(sha256Of(text));
  }

  /** The sentence for whoever asks anything else. */
  describeRefusal(): string {
    const named = this.#names.slice(0, mostNamed).join(', ');
    const more = this.#names.length > mostNamed ? ` and ${this.#names.length - mostNamed} more` : '';
    return `This endpoint answers only the ${this.#texts.size} documents that were published for it: ${named}${more}. Send one of them as it was published, to the letter, or the SHA-256 of it as extensions.persistedQuery.sha256Hash; values go into its variables.`;
  }
}

function namesIn(text: string): readonly string[] {
  try {
    return parse(text, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? 'one without a name'] : [],
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SafelistError(`A published document is not GraphQL (${why}): ${text.slice(0, 80)}`);
  }
}
