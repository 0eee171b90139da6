import { explanations } from '../explanations/explanation-file.ts';
import type { IndicatorLink } from '../frameworks/indicator-links.ts';
import type { QueryResolvers } from '../generated/schema-types.ts';
import type { ChangeCause } from '../generated/vocabulary.ts';
import { indicatorOf } from './measured-by.ts';
import { linkTo } from './whole-graph.ts';

/** What is said of an indicator: by a document, or that none says anything. */
interface Saying {
  readonly about: IndicatorLink;
  readonly cause: ChangeCause;
  readonly time: string | null;
  readonly text: string | null;
  readonly source: string | null;
}

/** What documents say of changes of some indicators, in the order of these: UNKNOWN of one of which none says anything. */
export const changeExplanations: NonNullable<QueryResolvers['changeExplanations']> = (_root, { indicators }) =>
  indicators
    .map(linkTo)
    .flatMap(sayingsOf)
    .map(({ about, ...said }) => ({ ...said, indicator: indicatorOf(about) }));

function sayingsOf(link: IndicatorLink): readonly Saying[] {
  const said = explanations.filter(({ about }) => about.id === link.id);
  return said.length > 0 ? said : [{ about: link, cause: 'UNKNOWN', time: null, text: null, source: null }];
}
