import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { printVocabulary } from './vocabulary-module.ts';

describe('printVocabulary', () => {
  it('says each closed vocabulary as a list and as the union of its words, in the order of the schema', () => {
    const document = parse(`
      "What a pet is."
      enum PetKind { "It barks." DOG CAT }
      type Pet { kind: PetKind! }
      """
      How it does.
      Null is no mood.
      """
      enum Mood { GLAD }
    `);
    expect(printVocabulary(document).split('\n')).toEqual([
      '// Generated from the schema by `npm run compose`: do not edit.',
      '',
      '/** What a pet is. */',
      'export const petKindValues = [',
      "  'DOG',",
      "  'CAT',",
      '] as const;',
      'export type PetKind = (typeof petKindValues)[number];',
      '',
      '/**',
      ' * How it does.',
      ' * Null is no mood.',
      ' */',
      'export const moodValues = [',
      "  'GLAD',",
      '] as const;',
      'export type Mood = (typeof moodValues)[number];',
      '',
    ]);
  });

  it('makes a module of a schema without one', () => {
    expect(printVocabulary(parse('type Pet { name: String! }'))).toBe(
      '// Generated from the schema by `npm run compose`: do not edit.\n\nexport {};\n',
    );
  });

  it('lets no description end its comment', () => {
    const [, comment] = printVocabulary(parse('"All of */." enum Mood { GLAD }')).split('\n\n');
    expect(comment?.split('\n')[0]).toBe('/** All of *\\/. */');
  });
});
