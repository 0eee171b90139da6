import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FindableThing } from '@boroughgraph/kit/series/search/findable-things.ts';
import { hospitalNames } from './hospital-names.ts';
import { providersOf } from './resolvers/provider.ts';

/** What health offers beside what it measures: the NHS providers that a loaded table names. */
export async function findable(context: RequestContext): Promise<readonly FindableThing[]> {
  return (await providersOf(context)).map(({ id, name, parentOrganisation }) => ({
    kind: 'PROVIDER',
    id,
    name,
    alsoCalled: [id, name.replace(/ nhs (foundation )?trust$/i, ''), ...(hospitalNames[id] ?? [])],
    about: 'NHS provider hospital trust',
    text: parentOrganisation ?? '',
    indicator: null,
    narrowing: [],
    isExact: true,
  }));
}
