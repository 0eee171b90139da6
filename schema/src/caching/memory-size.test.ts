import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureBytes, withoutLocations } from './memory-size.ts';

const text = readFileSync(new URL('../../operations/borough-safety.graphql', import.meta.url), 'utf8');

describe('The measured size', () => {
  it('of a parsed operation is near what its heap was measured to be, 70 kB', () => {
    const bytes = measureBytes(parse(text));
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(110_000);
  });

  it('counts maps and sets, lists and texts', () => {
    expect(measureBytes(new Map([['key', new Set(['x'.repeat(1_000)])]]))).toBeGreaterThan(1_000);
    expect(measureBytes(['x'.repeat(1_000), null, 5])).toBeGreaterThan(1_000);
    expect(measureBytes(undefined)).toBe(0);
  });
});

describe('An operation without locations', () => {
  it('says the same, and takes less than half of the room', () => {
    const document = parse(text);
    expect(print(withoutLocations(document))).toBe(print(document));
    expect(measureBytes(withoutLocations(document))).toBeLessThan(measureBytes(document) / 2);
    expect(JSON.stringify(withoutLocations(document))).not.toContain('"loc"');
  });
});
