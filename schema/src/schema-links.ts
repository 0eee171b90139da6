import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';

/** What a schema has imported of a specification: by the name it has there, and by that which it has here. Directives keep their `@`. */
export interface SchemaImport {
  readonly name: string;
  readonly as: string;
}

/** The directives of a schema as a whole, `@link` above all. Never throws. */
export function linksOf({ definitions }: DocumentNode): readonly ConstDirectiveNode[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
}

/** What a link imports, as `import: ["@key"]` or `import: [{ name: "@key", as: "@primary" }]` says. Never throws. */
export function importsOf(link: ConstDirectiveNode): readonly SchemaImport[] {
  const imports = argumentOf(link, 'import');
  return (imports?.kind === Kind.LIST ? imports.values : []).flatMap((each) => {
    const field = (key: string) =>
      each.kind === Kind.OBJECT ? textOf(each.fields.find((one) => one.name.value === key)?.value) : null;
    const name = textOf(each) ?? field('name');
    return name === null ? [] : [{ name, as: field('as') ?? name }];
  });
}

/** What a directive is given under a name; undefined where it is not. Never throws. */
export const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  given.find((each) => each.name.value === name)?.value;

/** A value that is text; null for every other. Never throws. */
export const textOf = (value: ConstValueNode | undefined): string | null =>
  value?.kind === Kind.STRING ? value.value : null;
