import { type AuditChain, type AuditPlace, openAuditChain } from './audit-chain.ts';
import type { AuditContent, AuditEntry, OversightEntry } from './audit-record.ts';

// A disk takes milliseconds; one that takes longer than a client waits is one that fails.
const longestMs = 5_000;

// More than come within the longest time on one machine; beyond it nobody is served by waiting.
const maxWaiting = 10_000;

// Who is not named could fill a disk with what he was not shown, so that nothing could be shown to those who are: about a megabyte.
const maxNotesAMinute = 600;

// What may be deleted when it is old enough is a whole file: none is open for longer than a day, and each can be read at once.
const maxChainBytes = 64 * 1024 * 1024;
/** No writer adds to its file for longer, in milliseconds. */
export const maxChainMs = 24 * 60 * 60 * 1_000;

interface Waiting {
  readonly content: AuditContent;
  readonly settle: PromiseWithResolvers<undefined>;
}

/**
 * What a gateway writes down: one chain of records after the other. A chain in which something could not be written is left, and the next
 * entry begins another, so that a disk that was full is used again when it has room.
 */
export class Audit {
  readonly #place: AuditPlace;
  readonly #onFailure: (error: unknown) => void;
  #chain: AuditChain | null = null;
  #openedAt = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #notes = { minute: 0, written: 0, leftOut: 0 };

  /** @param onFailure - Told of each thing that could not be written. */
  constructor(place: AuditPlace, onFailure: (error: unknown) => void) {
    this.#place = place;
    this.#onFailure = onFailure;
  }

  /** Begins to write, so that a folder that cannot be written to is known before anybody asks. Never rejects. */
  async begin(): Promise<void> {
    await this.#add([]).catch(this.#onFailure);
  }

  /** Resolves when an entry is on disk. Rejects where it is not, or not in time; what it is about may not be answered then. */
  async require(entry: AuditEntry | OversightEntry): Promise<void> {
    await withinTime(this.#append(entry));
  }

  /** Writes an entry down as soon as may be; nobody waits for it. Where there are too many, the rest of a minute is counted alone. */
  note(entry: Exclude<AuditContent, { kind: 'begin' | 'left-out' }>): void {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#notes.minute) {
      this.#noteLeftOut();
      this.#notes = { minute, written: 0, leftOut: 0 };
    }
    this.#notes.written += 1;
    if (this.#notes.written > maxNotesAMinute) this.#notes.leftOut += 1;
    else this.#append(entry).catch(this.#onFailure);
  }

  /** Resolves when all is written. Safe to call twice. */
  async close(): Promise<void> {
    this.#noteLeftOut();
    await this.#writing;
    await this.#chain?.close();
    this.#chain = null;
  }

  #noteLeftOut(): void {
    const { leftOut: count } = this.#notes;
    this.#notes.leftOut = 0;
    if (count === 0) return;
    this.#append({ kind: 'left-out', at: new Date().toISOString(), count }).catch(this.#onFailure);
  }

  async #append(content: AuditContent): Promise<void> {
    if (this.#waiting.length >= maxWaiting) throw new Error(`${maxWaiting} records wait for the disk`);
    const settle = Promise.withResolvers<undefined>();
    this.#waiting.push({ content, settle });
    this.#writing ??= this.#writeWaiting();
    await settle.promise;
  }

  /** What comes while one batch is written goes into the next, so that many requests wait for one disk. */
  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#add(batch.map(({ content }) => content));
        for (const { settle } of batch) settle.resolve(undefined);
      } catch (error) {
        for (const { settle } of batch) settle.reject(error);
      }
    }
    this.#writing = null;
  }

  async #add(contents: readonly AuditContent[]): Promise<void> {
    try {
      const chain = await this.#currentChain();
      if (contents.length > 0) await chain.add(contents);
    } catch (error) {
      const broken = this.#chain;
      this.#chain = null;
      await broken?.close();
      throw error;
    }
  }

  async #currentChain(): Promise<AuditChain> {
    const isOld = Date.now() - this.#openedAt > maxChainMs;
    if (this.#chain !== null && !isOld && this.#chain.size < maxChainBytes) return this.#chain;
    const next = await openAuditChain(this.#place);
    await this.#chain?.close();
    this.#chain = next;
    this.#openedAt = Date.now();
    return next;
  }
}

async function withinTime(written: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`The disk has not taken a record within ${longestMs} ms`));
  }, longestMs);
  try {
    await Promise.race([written, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
