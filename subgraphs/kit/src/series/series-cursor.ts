import type { SeriesKey } from '../store/series-columns.ts';
import { badUserInput } from './errors.ts';

/** The text by which a reader asks for what follows a series. Never throws. */
export const cursorOf = (key: SeriesKey) =>
  Buffer.from(JSON.stringify([key.indicatorId, key.place, key.dimensionKey])).toString('base64url');

/**
 * The series after which a reader wants to go on; null from the beginning.
 *
 * @throws a BAD_USER_INPUT when the text is no cursor.
 */
export function cursorKey(cursor: string | null): SeriesKey | null {
  if (cursor === null) return null;
  const parts = parseCursor(cursor);
  const [indicatorId, place, dimensionKey] = parts;
  if (indicatorId === undefined || place === undefined || dimensionKey === undefined || parts.length !== 3)
    throw badUserInput(`"${cursor}" is not a cursor: expected the endCursor of an earlier page`, 'after');
  return { indicatorId, place, dimensionKey };
}

function parseCursor(cursor: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed.filter((part) => typeof part === 'string') : [];
  } catch {
    return [];
  }
}
