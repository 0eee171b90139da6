import { randomUUID } from 'node:crypto';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { holdsStill } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { FastifyBaseLogger } from 'fastify';
import { LRUCache } from 'lru-cache';
import { deadlineIn } from '../../execution/deadline.ts';
import type { GatewayContext } from '../../http/gateway-context.ts';
import type { ServedGeneration } from '../../http/served-generation.ts';
import type { AnsweredState } from '../../operations/operation-context.ts';
import type { FoundRelease } from './find-release.ts';
import type { ReleaseFile } from './release-file.ts';
import { askWithin, onlyState } from './release-question.ts';
import { rowsOfRelease } from './release-rows.ts';

/** The most memory that files of releases take, in bytes: all of the published ones are a tenth of it. */
const maxKnownBytes = 96 * 2 ** 20;
/** The most that waits to be made; each is made by itself. */
const maxWaiting = 30;

/** A file, and by what it was made. */
interface KnownFile {
  readonly generation: ServedGeneration;
  readonly agency: string;
  readonly state: string;
  readonly found: FoundRelease;
  readonly file: ReleaseFile;
  /** Whether it has figures that are made up. */
  readonly isSynthetic: boolean;
}

/** A release's file, with what it is of. */
export type MadeFile = Pick<KnownFile, 'found' | 'file' | 'isSynthetic'>;

/** A release, and the one state by which its agency said that it stands; null where there is none. */
export type StandingRelease = FoundRelease & { readonly state: string | null };

/** How files are made. */
export interface DeskOptions {
  /** The longest that one page is waited for, in milliseconds. */
  readonly answerMs: number;
  readonly log: FastifyBaseLogger;
}

/**
 * Makes the files of releases and remembers them. They are for everybody, and made by what everybody may see: whoever asks, the agency is
 * asked by somebody whom nobody has named. One is made at a time, and once for all who wait for it.
 */
export class ReleaseDesk {
  readonly #options: DeskOptions;
  readonly #known = new LRUCache<string, KnownFile>({
    maxSize: maxKnownBytes,
    sizeCalculation: ({ file }) => file.parquet.length + file.csvGz.length + 1_000,
  });
  readonly #making = new Map<string, Promise<MadeFile | null>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** The file of a release as long as its agency still answers by the state by which it was made; null where it has to be made anew. */
  async find(release: string, { generation }: ServedGeneration): Promise<MadeFile | null> {
    const known = this.#known.get(release);
    if (known?.generation.generation !== generation) return null;
    const now = await generation.connections.get(known.agency)?.state.now();
    return now != null && holdsStill(known.state, now) ? known : null;
  }

  /**
   * Makes the file of a release. Null where too many wait already, or the agency did not answer by one state throughout, from when the release
   * was found to the last of its rows: it may have been recalled in between.
   */
  make(found: StandingRelease, generation: ServedGeneration): Promise<MadeFile | null> {
    const { id } = found.release;
    const being = this.#making.get(id);
    if (being !== undefined) return being;
    if (this.#making.size >= maxWaiting) return Promise.resolve(null);
    const making = this.#last.then(() => this.#makeNow(found, generation)).finally(() => this.#making.delete(id));
    this.#making.set(id, making);
    this.#last = making.catch(() => undefined);
    return making;
  }

  async #makeNow({ state, ...found }: StandingRelease, generation: ServedGeneration): Promise<MadeFile | null> {
    const context = this.#context();
    // Its library is loaded when somebody asks for a file of it.
    const { writeReleaseFile } = await import('./release-file.ts');
    const rows = rowsOfRelease(found, (text, variables) =>
      askWithin(generation.executor, { ...context, deadline: deadlineIn(this.#options.answerMs) })(text, variables),
    );
    const file = await writeReleaseFile(rows, metadataOf(found));
    const { agency } = found.agency;
    if (state === null || onlyState(context.states, agency) !== state) return null;
    const made = { found, file, isSynthetic: context.samples.size > 0 };
    this.#known.set(found.release.id, { ...made, generation, agency, state });
    return made;
  }

  #context(): GatewayContext & { readonly states: AnsweredState[]; readonly samples: Set<string> } {
    return {
      requestId: randomUUID(),
      viewer: anonymousViewer,
      client: 'files of releases',
      deadline: deadlineIn(this.#options.answerMs),
      log: this.#options.log,
      signal: new AbortController().signal,
      samples: new Set<string>(),
      states: [],
      record: { operationName: null, errorCodes: [], use: null },
    };
  }
}

function metadataOf({ dataset, release }: FoundRelease): Readonly<Record<string, string>> {
  const { id, title, publisher, licence, attribution, designation } = dataset;
  const { id: of, publishedAt, checksum } = release;
  return { release: of, publishedAt, checksum, dataset: id, title, publisher, licence, attribution, designation };
}
