import { areas } from '@boroughgraph/kit/geography/areas.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/area-record.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FindableThing } from '@boroughgraph/kit/series/search/findable-things.ts';
import type { FrameworkRecord, MeasureRecord } from './frameworks/framework.ts';
import { frameworks } from './frameworks/frameworks.ts';
import { type WardRecord, wardsOn } from './wards.ts';

/** A ward or a part of a borough is meant less often than a borough of the same name, and so is what an agency draws for itself. */
const smallAreaWeight = 0.8;
/** Whoever looks for a subject wants its figures before what a plan says of it. */
const measureWeight = 0.32;

/** Areas that everybody knows by their names. */
const commonTypes: ReadonlySet<string> = new Set(['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY']);

const nothing = { indicator: null, narrowing: [] } as const;
const named = new Map(areas.map(({ code, name }) => [code, name]));
const inWords = (type: string) => type.toLowerCase().replaceAll('_', ' ');

/** What local authorities offer beside what they measure: areas of every kind, wards as they are loaded, and the measures of frameworks. */
export async function findable(context: RequestContext): Promise<readonly FindableThing[]> {
  const wards = (await wardsOn(context, null)) ?? [];
  return [
    ...areas.map(areaThing),
    ...wards.map(wardThing),
    ...frameworks.flatMap((framework) => framework.measures.map((measure) => measureThing(framework, measure))),
  ];
}

function areaThing({ code, name, type, aliases, within, registerCode }: AreaRecord): FindableThing {
  const around = within === null ? '' : `, in ${named.get(within) ?? within}`;
  return {
    ...nothing,
    kind: 'AREA',
    id: code,
    name,
    // A code that is made of a name finds what the name does.
    alsoCalled: [...aliases, ...(code.includes(':') ? [] : [code]), ...(registerCode === null ? [] : [registerCode])],
    text: `${inWords(type)}${around}`,
    isExact: type !== 'BOROUGH',
    ...(!commonTypes.has(type) && { weight: smallAreaWeight }),
  };
}

function wardThing({ code, name, borough }: WardRecord): FindableThing {
  return {
    ...nothing,
    kind: 'AREA',
    id: code,
    name,
    alsoCalled: [code],
    text: `ward, in ${named.get(borough) ?? borough}`,
    isExact: true,
    weight: smallAreaWeight,
  };
}

function measureThing(framework: FrameworkRecord, { id, wording, theme }: MeasureRecord): FindableThing {
  return {
    ...nothing,
    kind: 'MEASURE',
    id,
    name: wording,
    about: `${theme} ${id.replaceAll('-', ' ')}`,
    text: framework.title,
    framework: framework.id,
    weight: measureWeight,
  };
}
