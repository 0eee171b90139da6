import { LRUCache } from 'lru-cache';
import { measureBytes } from './memory-size.ts';

/** How much a cache may hold. */
export interface ProvenCacheOptions<Value> {
  /** In bytes of memory, keys included. */
  readonly maxBytes: number;
  /** How many bytes a value takes. @default as `measureBytes` says */
  readonly sizeOf?: (value: Value) => number;
}

/** How a cache has been used. */
export interface CacheUse {
  /** How often a value was there, and how often none was. */
  readonly hits: number;
  readonly misses: number;
  /** About how much memory it takes. */
  readonly bytes: number;
}

/** The part of its room that a cache has for what was used once. */
const onceShare = 0.25;

/**
 * A cache of bounded size, in two parts: what was asked for again after it was put in has three quarters of the room to itself, so
 * that any number of things that are used once, and never again, cannot push it out. In each part, what was not used for longest
 * goes first. What is larger than its part is not kept.
 */
export class ProvenCache<Value extends object> {
  readonly #once: LRUCache<string, Value>;
  readonly #proven: LRUCache<string, Value>;
  #hits = 0;
  #misses = 0;

  constructor({ maxBytes, sizeOf = measureBytes }: ProvenCacheOptions<Value>) {
    const sizeCalculation = (value: Value, key: string): number =>
      Math.ceil(measureBytes(key) + sizeOf(value)) + entryBytes;
    this.#once = new LRUCache({ maxSize: Math.ceil(maxBytes * onceShare), sizeCalculation });
    this.#proven = new LRUCache({ maxSize: Math.ceil(maxBytes * (1 - onceShare)), sizeCalculation });
  }

  /** The value, which counts as used again; undefined where there is none, or none any more. */
  get(key: string): Value | undefined {
    const proven = this.#proven.get(key);
    const value = proven ?? this.#once.get(key);
    if (value === undefined) {
      this.#misses += 1;
      return undefined;
    }
    this.#hits += 1;
    if (proven !== undefined) return proven;
    this.#once.delete(key);
    this.#proven.set(key, value);
    return value;
  }

  /** Puts a value in, used once unless one of its key was used again. */
  set(key: string, value: Value): void {
    if (this.#proven.has(key)) this.#proven.set(key, value);
    else this.#once.set(key, value);
  }

  /** Whether there is a value; to ask is no use of it. */
  has(key: string): boolean {
    return this.#proven.has(key) || this.#once.has(key);
  }

  delete(key: string): void {
    this.#once.delete(key);
    this.#proven.delete(key);
  }

  /** How it has been used since it was made. */
  get use(): CacheUse {
    return { hits: this.#hits, misses: this.#misses, bytes: this.bytes };
  }

  /** About how many bytes of memory it takes. */
  get bytes(): number {
    return this.#once.calculatedSize + this.#proven.calculatedSize;
  }
}

/** Bytes of an entry of the cache itself. */
const entryBytes = 100;
