import { concatAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inheritFields } from './inherited-fields.ts';

const core = parse(`
interface Indicator {
  "Its id."
  id: ID!
  """
  What one unit is.
  Null where there is none.
  """
  unit(
    "For people."
    long: Boolean
  ): Unit @deprecated
}
`);

function inherited(text: string): string {
  const own = parse(text);
  return inheritFields(own, concatAST([core, own]));
}

const written = `# Ours.
type Own implements Indicator @key(fields: "id") {
  "Its id."
  id: ID! @shareable
  """
  What one unit is.
  Null where there is none.
  """
  unit(
    "For people."
    long: Boolean
  ): Unit
  "Ours."
  more: Int
}

type Other {
  "Another id."
  id: ID!
}
`;

describe('inheritFields', () => {
  it('leaves a file that says the fields of an interface as it does, whatever the directives', () => {
    expect(inherited(written)).toBe(written);
  });

  it.each([
    ['description', '"Its id."\n  id: ID! @', '"The id."\n  id: ID! @'],
    ['type', 'ID! @', 'Int @'],
    ['lack of a description', '"Its id."\n  id: ID! @', 'id: ID! @'],
    ['argument', 'long: Boolean', 'long: Boolean = true'],
    ['description of an argument', '"For people."', '"For all."'],
  ])('writes it word for word in place of another %s, and keeps the rest', (_part, right, wrong) => {
    expect(written).toContain(right);
    expect(inherited(written.replace(right, wrong))).toBe(written);
  });

  it('writes a field that a type lacks after those that it has', () => {
    const start = written.indexOf('\n  """');
    const end = written.indexOf('\n  "Ours."');
    expect(inherited(written.slice(0, start) + written.slice(end))).toBe(written);
  });

  it('writes all fields of a type that has others only, or none', () => {
    const fields =
      '  "Its id."\n  id: ID!\n  """\n  What one unit is.\n  Null where there is none.\n  """\n  unit(\n    "For people."\n    long: Boolean\n  ): Unit\n';
    expect(inherited('type Own implements Indicator')).toBe(`type Own implements Indicator {\n${fields}}`);
    expect(inherited('type Own implements Indicator {\n  more: Int\n}')).toBe(
      `type Own implements Indicator {\n${fields}  more: Int\n}`,
    );
  });
});
