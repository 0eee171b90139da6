import { customType } from 'drizzle-orm/pg-core';

/**
 * A list as JSON text. Against PostgreSQL's own arrays, on ten million observations, lists of JSON load in half the time and
 * are read in a third of it, because the server sends their text as it stands (test/bench/store-layout.ts).
 */
export const list = customType<{ data: readonly unknown[] }>({ dataType: () => 'json' });

/** Text in byte order, as JavaScript compares it: keys are paged through and compared in code. */
export const keyText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
