import { GraphQLError, Kind, Location, type NameNode, Token, TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What is known of one document. */
interface Judgement {
  readonly errors: readonly GraphQLError[];
}

/** How much the texts may have together of whose documents it is known, in characters. */
const maxCharacters = 8_000_000;

/** What is known of long documents that were judged: what they are refused for. Bounded; those judged last are kept. */
export class Judgements {
  readonly #known = new LRUCache<string, Judgement>({
    maxSize: maxCharacters,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });
  /** Those that are being judged. */
  readonly #underWay = new Map<string, Promise<void>>();

  /** Empty for a document that may be executed; null for one of which nothing is known. */
  of(text: string): readonly GraphQLError[] | null {
    return this.#known.get(text)?.errors ?? null;
  }

  /** Takes what a document is refused for, and nothing of the document itself: parsed, it is a hundred times as large as its text. */
  add(text: string, errors: readonly GraphQLError[]): void {
    this.#known.set(text, { errors: errors.map(withoutNodes) });
  }

  /** Judges a document, unless it is known or somebody else does so already; resolves when it is judged. */
  async once(text: string, judge: () => Promise<void>): Promise<void> {
    if (this.#known.has(text)) return;
    const underWay = this.#underWay.get(text) ?? judge().finally(() => this.#underWay.delete(text));
    this.#underWay.set(text, underWay);
    await underWay;
  }
}

/** The same error without what it holds of a parsed document: Apollo Server takes from a node where it stands, and nothing else. */
function withoutNodes({ message, source, positions = [], extensions }: GraphQLError): GraphQLError {
  if (source === undefined) return new GraphQLError(message, { extensions });
  const nodes = positions.map((at): NameNode => {
    const token = new Token(TokenKind.NAME, at, at, 0, 0);
    return { kind: Kind.NAME, value: '', loc: new Location(token, token, source) };
  });
  return new GraphQLError(message, { nodes, extensions });
}
