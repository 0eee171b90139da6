import { readFileSync, writeFileSync } from 'node:fs';
import type { NeededIndicators } from '@boroughgraph/system/needed-by-operations.ts';
import { buildSchema, Kind, parse, TypeInfo, visit } from 'graphql';

const place = new URL('../../schema/operations/needed-indicators.json', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});

/** Writes down what recorded operations show, in the order of their names. */
export function writeNeeded(needed: NeededIndicators): void {
  const sorted = Object.entries(needed).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const lines = sorted.map(([name, ids]) => `  ${JSON.stringify(name)}: ${JSON.stringify(ids).replaceAll(',', ', ')}`);
  writeFileSync(place, `{\n${lines.join(',\n')}\n}\n`);
}

/** Whether an operation leaves it to a variable which series it shows: of an indicator, of a dataset, or of what is looked for. */
export function asksForAny(text: string): boolean {
  const found: boolean[] = [];
  const document = parse(text);
  visit(document, {
    Field: ({ name, arguments: given = [] }) => {
      const chosen = ['indicator', 'dataset'].includes(name.value) ? 'id' : null;
      const choosing = new Set(['indicator', 'indicators', 'dataset', 'text', chosen]);
      found.push(given.some((each) => each.value.kind === Kind.VARIABLE && choosing.has(each.name.value)));
    },
  });
  return found.includes(true);
}

const alias = 'neededIndicator';

/** The operation, which asks of each series what it measures, too. */
export function withIndicators(text: string): string {
  const info = new TypeInfo(schema);
  const document = parse(text);
  const ends: number[] = [];
  visit(document, {
    enter: (node) => {
      info.enter(node);
      if (node.kind !== Kind.SELECTION_SET || node.loc === undefined) return;
      if (
        info
          .getType()
          ?.toString()
          .replaceAll(/[[\]!]/g, '') === 'Series'
      )
        ends.push(node.loc.end - 1);
    },
    leave: (node) => {
      info.leave(node);
    },
  });
  // From the last on, so that what is added moves none of the others.
  return ends
    .sort((one, other) => other - one)
    .reduce((all, end) => `${all.slice(0, end)} ${alias}: indicator { id } ${all.slice(end)}`, text);
}

/** The ids that an answer has, each once, in order. */
export function indicatorsIn(answer: unknown): readonly string[] {
  const found = new Set<string>();
  const read = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inside] of Object.entries<unknown>({ ...value })) {
      const id = key === alias && typeof inside === 'object' && inside !== null && 'id' in inside ? inside.id : null;
      if (typeof id === 'string') found.add(id);
      else read(inside);
    }
  };
  read(answer);
  return [...found].sort();
}
