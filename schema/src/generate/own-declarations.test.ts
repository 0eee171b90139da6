import { describe, expect, it } from 'vitest';
import { ownDeclarations } from './own-declarations.ts';

const vocabulary = { specifier: './words.ts', text: "export type Unit = 'DAYS';" };
const core = {
  specifier: './kit.ts',
  text: `
export type Maybe<T> = T | null;
export type Area = { code: string; };
export type Series = { unit: Unit; area: Maybe<Area>; };
export type ResolversParentTypes = {
  Area: Area;
  Series: Series;
};
export type Resolvers<C> = {
  Area?: AreaResolvers<C>;
  Series?: SeriesResolvers<C>;
};
export type AreaResolvers<C> = { code?: C; };
export type SeriesResolvers<C> = { unit?: C; };
`,
};

const whole = `
import type { Court as CourtModel, Unused } from './court.ts';
import type { Context } from './context.ts';
${core.text.replace('{ code: string; }', '{ code: string; courts: Maybe<Court>; }')}
/** How long. */
export type Unit =
  /** Each of 24 hours. */
  | 'DAYS';
/** A place. */
export type Court = { waits: Series; unit: Unit; model: CourtModel; };
`
  .replace('  Series: Series;', '  Court: Court;\n  Series: Series;')
  .replace('{ code?: C; }', '{ code?: C; courts?: Context; }');

describe('ownDeclarations', () => {
  it('leaves to the core and the vocabularies what they declare, and imports what is used', () => {
    expect(ownDeclarations(whole, [vocabulary], core)).toBe(`\
import type { Court as CourtModel } from './court.ts';
import type { Context } from './context.ts';
import type { Unit } from './words.ts';
import type { Maybe, Series, ResolversParentTypes as CoreResolversParentTypes, Resolvers as CoreResolvers } from './kit.ts';

export type Area = { code: string; courts: Maybe<Court>; };

export type ResolversParentTypes = Omit<CoreResolversParentTypes, 'Area'> & {
  Area: Area;
  Court: Court;
};

/** What the core resolves to is enough for the resolvers here. */
export type TakenFromCore<T extends Pick<ResolversParentTypes, 'Area'> = Pick<CoreResolversParentTypes, 'Area'>> = T;

export type Resolvers<C> = Omit<CoreResolvers<C>, 'Area'> & {
  Area?: AreaResolvers<C>;
};

export type AreaResolvers<C> = { code?: C; courts?: Context; };

/** A place. */
export type Court = { waits: Series; unit: Unit; model: CourtModel; };
`);
  });

  it('keeps all of the core, but for the vocabularies', () => {
    const text = ownDeclarations(
      "export type Unit = 'DAYS';\n/** One. */\nexport type Series = { unit: Unit; };",
      [vocabulary],
      null,
    );
    expect(text).toBe(
      "import type { Unit } from './words.ts';\n\n/** One. */\nexport type Series = { unit: Unit; };\n",
    );
  });
});
