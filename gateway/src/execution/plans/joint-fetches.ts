import { AgencyError } from '../../agencies/agency-error.ts';
import type { AskedFetch, Brought, FetchSource } from '../../agencies/agency-source.ts';
import type { PathPattern, ResponsePath } from '../../errors/response-path.ts';
import type { ResultObject } from '../result-object.ts';

/**
 * The most entities of which fetches are sent together. Far fewer than an agency takes at once, so that whoever asks about many has
 * the same limits as without this.
 */
const mostEntities = 500;

/** A fetch about entities; its variables have their representations besides. */
export interface EntitiesAsked extends AskedFetch {
  readonly representations: readonly ResultObject[];
}

interface Member {
  readonly asked: EntitiesAsked;
  readonly resolve: (brought: Brought) => void;
  readonly reject: (reason: unknown) => void;
}

/** Fetches that wait for others of their kind. */
interface Joint {
  readonly members: Member[];
  entities: number;
}

/**
 * The entity fetches of one execution of a plan. The planner writes one for each place of an answer: the names of a dozen areas are a
 * dozen requests to one agency, which differ in nothing but whom they are about. Those that are ready at once are sent as one.
 */
export class JointFetches {
  readonly #waiting = new Map<string, Joint>();

  /**
   * What an agency brings, as if it were asked alone.
   *
   * @param kind the same for fetches that ask the same of one agency
   */
  fetch(source: FetchSource, kind: string, asked: EntitiesAsked): Promise<Brought> {
    return new Promise((resolve, reject) => {
      const member = { asked, resolve, reject };
      const joint = this.#waiting.get(kind);
      const entities = asked.representations.length;
      if (joint !== undefined && joint.entities + entities <= mostEntities) {
        joint.members.push(member);
        joint.entities += entities;
        return;
      }
      const opened = { members: [member], entities };
      this.#waiting.set(kind, opened);
      queueMicrotask(() => {
        if (this.#waiting.get(kind) === opened) this.#waiting.delete(kind);
        void send(source, opened.members);
      });
    });
  }
}

async function send(source: FetchSource, members: readonly Member[]): Promise<void> {
  const [first] = members;
  if (first === undefined) return;
  const { asked } = first;
  const representations = members.flatMap((member) => member.asked.representations);
  const variables = { ...asked.request.variables, representations };
  try {
    const brought = await source.fetch({ ...asked, request: { ...asked.request, variables } });
    if (members.length === 1) first.resolve(brought);
    else shareOut(brought, members);
  } catch (error) {
    for (const { reject } of members) reject(error);
  }
}

/** Gives each of several fetches what is about its entities. */
function shareOut({ data, errors }: Brought, members: readonly Member[]): void {
  const answers = data?.['_entities'];
  let offset = 0;
  for (const { asked, resolve } of members) {
    const end = offset + asked.representations.length;
    const own = { start: offset, end, place: asked.place, sentFor: members[0]?.asked.place ?? [] };
    resolve({
      data: Array.isArray(answers) ? { _entities: answers.slice(offset, end) } : null,
      errors: errors.flatMap((error) => errorIn(error, own)),
    });
    offset = end;
  }
}

/** What one of several fetches has of their errors. */
interface Share {
  /** The positions of its entities in the request, the end not included. */
  readonly start: number;
  readonly end: number;
  readonly place: PathPattern;
  /** The place for which the request was sent. */
  readonly sentFor: PathPattern;
}

function errorIn({ failure }: AgencyError, { start, end, place, sentFor }: Share): readonly AgencyError[] {
  const lost = failure.lost.map((path) => [...place, ...path.slice(sentFor.length)]);
  const position = failure.path?.[1];
  if (failure.path === null || typeof position !== 'number') return [new AgencyError({ ...failure, lost })];
  if (position < start || position >= end) return [];
  const path: ResponsePath = ['_entities', position - start, ...failure.path.slice(2)];
  return [new AgencyError({ ...failure, path, lost })];
}
