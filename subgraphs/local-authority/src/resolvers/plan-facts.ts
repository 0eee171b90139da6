import { requireAreaCode } from '@boroughgraph/kit/series/area-argument.ts';
import type { IndicatorLink } from '../frameworks/indicator-links.ts';
import type { QueryResolvers } from '../generated/schema-types.ts';
import type { PlanFactRecord } from '../plan-facts/plan-fact.ts';
import { planFacts as records } from '../plan-facts/plan-facts.ts';
import { indicatorOf } from './measured-by.ts';
import { linkTo } from './whole-graph.ts';

/** A fact with what it is about in the place of a link and a code: a mistake among them stops the start. */
const factOf = ({ about, area, ...fact }: PlanFactRecord) => ({
  ...fact,
  area: { code: area },
  indicator: indicatorOf(about),
});

const all = records.map((record) => ({ about: record.about, area: record.area, fact: factOf(record) }));

/** The facts about some indicators or places, or of one nature; all where none is named. */
export const planFacts: NonNullable<QueryResolvers['planFacts']> = (_root, given) => {
  const indicators = given.indicators?.map((id) => linkTo(id).id) ?? null;
  const areas = given.areas?.map(requireArea) ?? null;
  return all
    .filter(({ about, area }) => (indicators?.includes(about.id) ?? true) && (areas?.includes(area) ?? true))
    .map(({ fact }) => fact)
    .filter(({ nature }) => given.nature == null || nature === given.nature);
};

const requireArea = (code: string) => requireAreaCode(code, { argument: 'areas' });

/** The facts about what measures something: narrowed at least as its links narrow it. */
export function factsAbout(links: readonly IndicatorLink[]) {
  return all.filter(({ about }) => links.some((link) => isWithin(about, link))).map(({ fact }) => fact);
}

function isWithin(about: IndicatorLink, { agency, id, narrowing = {} }: IndicatorLink): boolean {
  const own = about.narrowing ?? {};
  return (
    about.agency === agency && about.id === id && Object.entries(narrowing).every(([key, value]) => own[key] === value)
  );
}
