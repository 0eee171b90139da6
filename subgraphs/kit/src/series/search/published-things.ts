import { createHash } from 'node:crypto';
import { indicatorTypeOf } from '@boroughgraph/schema/own-type.ts';
import type { PublishedThing, ThingsAnswer } from '@boroughgraph/schema/finding/published-things.ts';
import type { Standing } from '@boroughgraph/schema/finding/ranking.ts';
import { type RequestContext, turnOf } from '../context.ts';
import { offeredThings } from './find-things.ts';
import { definedThings, type FindableThing } from './findable-things.ts';
import { placeNames } from './place-names.ts';
import { standingOf } from './standing.ts';

type PublishedThings = Omit<ThingsAnswer, 'catalogue'>;

/** All that is found of an agency and how it stands, as the viewer may know it. */
export async function publishThings(context: RequestContext): Promise<PublishedThings> {
  const { agency } = context;
  const [defined, offered] = [definedThings(agency), await offeredThings(context)];
  const visible = await context.reading.releases();
  const standings: Standing[] = [];
  for (const thing of [...defined, ...offered]) {
    await turnOf(context);
    standings.push(await standingOf(context, thing, visible));
  }
  const things = { defined: defined.map(publish), offered: offered.map(publish), places: [...placeNames] };
  const version = createHash('sha256').update(JSON.stringify(things)).digest('base64url');
  return { indicatorType: indicatorTypeOf(agency.name, agency.typeDefs).name.value, version, things, standings };
}

function publish({ indicator, narrowing, alsoCalled, framework, ...thing }: FindableThing): PublishedThing {
  return {
    ...thing,
    ...(alsoCalled !== undefined && { alsoCalled: [...alsoCalled] }),
    ...(framework !== undefined && { framework }),
    narrowing: narrowing.map(({ dimension, value, label }) => ({ dimension, value, label })),
    isMeasured: indicator !== null,
  };
}
