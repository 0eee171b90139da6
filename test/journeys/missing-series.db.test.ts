import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType, isRequiredArgument, type GraphQLField } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(loadSmallFigures, 2_000);
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

/** What an argument that may not be left out is given. */
const given: Readonly<Record<string, string>> = {
  factor: '"domestic-abuse-parent"',
  strand: '"disability"',
};

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

/** Every way from an area to series, as the fields that lead to it; through objects that are about the same area alone. */
function waysFrom(fields: Fields, before: readonly string[] = []): readonly (readonly string[])[] {
  return Object.values(fields).flatMap((field) => {
    const type = getNamedType(field.type);
    const args = field.args
      .filter(isRequiredArgument)
      .map(({ name }) => `${name}: ${given[name] ?? ''}`)
      .join(', ');
    const here = [...before, args === '' ? field.name : `${field.name}(${args})`];
    if (type.name === 'Series') return [here];
    return isObjectType(type) && aboutTheArea.has(type.name) ? waysFrom(type.getFields(), here) : [];
  });
}

const aboutTheArea = new Set(['Crime', 'CourtDelay', 'YouthJustice', 'Prosecution', 'AreaHealth', 'Safeguarding']);
const areaType = api.getType('Area');
const ways = areaType !== undefined && 'getFields' in areaType ? waysFrom(areaType.getFields() as Fields) : [];

const selectionOf = (way: readonly string[]) =>
  way.toReversed().reduce((inner, field) => `${field} { ${inner} }`, '__typename');
const nameOf = (way: readonly string[]) => way.map((field) => field.replace(/\(.*/, '')).join('.');

const absences = ['policing', 'criminalJustice', 'health', 'localAuthority'].map((agency) => `${agency}Absences`);

function isNull(area: unknown, way: readonly string[]): boolean {
  let at: unknown = area;
  for (const field of nameOf(way).split('.')) at = (at as Readonly<Record<string, unknown>> | null)?.[field] ?? null;
  return at === null;
}

it('is asked of every field with series that an area has', () => {
  expect(ways.length).toBeGreaterThanOrEqual(20);
});

it.each([
  ['a borough', 'E09000012'],
  ['the City', 'E09000001'],
  ['London', 'E12000007'],
  ['England', 'E92000001'],
  ['the area of the force', 'E23000001'],
  ['a police neighbourhood', 'police-neighbourhood:hackney/homerton'],
  ['a combination of areas', 'composite:city-of-london-and-hackney'],
  ['an area of the courts', 'lcjb-area:east-london'],
])('each series that %s lacks has a reason beside it, and no other has', async (_what, code) => {
  const reasons = absences.map((field) => `${field} { field indicator reason text }`);
  const { data, errors } = await system.ask(
    `{ area(code: "${code}") { ${ways.map(selectionOf).join(' ')} ${reasons.join(' ')} } }`,
  );
  expect(errors).toBeUndefined();
  const area = data?.['area'] as Readonly<Record<string, readonly { readonly field: string; readonly text: string }[]>>;
  const told = absences.flatMap((field) => area[field] ?? []);
  // What is said of other arguments is not asked here.
  const fields = told.map(({ field }) => field).filter((field) => !field.includes('('));
  expect(fields.toSorted()).toEqual(
    ways
      .filter((way) => isNull(area, way))
      .map(nameOf)
      .toSorted(),
  );
  expect(told.filter(({ text }) => !/^[“"A-Z].*\.$/.test(text))).toEqual([]);
});
