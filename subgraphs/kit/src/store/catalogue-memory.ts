import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type AnswerRequest, findAnswer, type FoundAnswer } from './answering-releases.ts';
import { type DatasetReleases, datasetReleases } from './dataset-releases.ts';
import type { StoredRelease } from './release-record.ts';

/** Answers of a long history take a hundred kilobytes, and most of that is what catalogues hold of them anyway. */
const maximumAnswers = 100;

/** A release as the state of a catalogue tells it. */
interface ToldRelease {
  readonly release: StoredRelease;
  readonly order: string;
  readonly text: string;
}

/**
 * What of one state of a store is that of the next, too, for the catalogues of both: orders and answers are made anew only as far as releases have
 * come, gone or changed. What is known is taken only for what it was made of, so that it does not matter which catalogue asks when.
 */
export class CatalogueMemory {
  readonly #datasets = new Map<string, DatasetReleases>();
  readonly #answers = new LRUCache<string, FoundAnswer>({ max: maximumAnswers });
  #told: readonly ToldRelease[] = [];

  /** See `datasetReleases`. */
  releasesOf(datasetId: string, of: readonly StoredRelease[]): DatasetReleases {
    const found = datasetReleases(of, this.#datasets.get(datasetId));
    this.#datasets.set(datasetId, found);
    return found;
  }

  /** See `findAnswer`. Of one name are requests whose answers have most in common. */
  answer(name: string, request: AnswerRequest): FoundAnswer['answer'] {
    const found = findAnswer(request, this.#answers.get(name));
    this.#answers.set(name, found);
    return found.answer;
  }

  /** See `Catalogue.state`. */
  stateOf(releases: readonly StoredRelease[]): string {
    const standing = new Set(releases);
    const known = this.#told.filter(({ release }) => standing.has(release));
    for (const { release } of known) standing.delete(release);
    // Nearly all of it is in order already.
    this.#told = [...known, ...[...standing].map(tell)].toSorted(byOrder);
    const text = `[${this.#told.map((told) => told.text).join(',')}]`;
    return createHash('sha256').update(text).digest('base64url').slice(0, 22);
  }
}

function tell(release: StoredRelease): ToldRelease {
  const { number, loadedAt, recalledAt, isReplaced = false } = release;
  const told = [number, loadedAt, recalledAt, isReplaced];
  return { release, order: String(told), text: JSON.stringify(told) };
}

const byOrder = ({ order: one }: ToldRelease, { order: other }: ToldRelease) =>
  one < other ? -1 : one > other ? 1 : 0;
