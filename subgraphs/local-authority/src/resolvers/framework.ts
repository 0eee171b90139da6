import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import type { FrameworkRecord, MeasureRecord } from '../frameworks/framework.ts';
import { frameworks as records } from '../frameworks/frameworks.ts';
import { successorsOf } from '../frameworks/successors.ts';
import type { FrameworkMeasureResolvers, FrameworkResolvers, QueryResolvers } from '../generated/schema-types.ts';
import { reportedProgress } from '../progress/reported-progress.ts';
import { indicatorOf } from './measured-by.ts';
import { factsAbout } from './plan-facts.ts';

/** A measure with what measures it in the place of links: a mistake among them stops the start. */
const measureOf = (measure: MeasureRecord, of: FrameworkRecord) => ({
  ...measure,
  measuredBy: measure.measuredBy.map(indicatorOf),
  facts: factsAbout(measure.measuredBy),
  successors: successorsOf(measure, of, records),
});

const frameworkOf = (record: FrameworkRecord) => ({
  ...record,
  measures: record.measures.map((measure) => measureOf(measure, record)),
});

const all = records.map(frameworkOf);

/** Every framework, oldest first. */
export const frameworks: NonNullable<QueryResolvers['frameworks']> = () => all;

/** The framework of an id; null where there is none. */
export const framework: NonNullable<QueryResolvers['framework']> = (_root, { id }) =>
  all.find((candidate) => candidate.id === id) ?? null;

/** The measures of a framework, all or of one theme, in its own order; BAD_USER_INPUT lists the themes. */
export const frameworkFields: FrameworkResolvers = {
  measures: ({ themes, measures }, { theme }) => {
    if (theme == null) return measures;
    if (!themes.includes(theme)) throw badUserInput(`theme is "${theme}": expected one of ${themes.join('; ')}`);
    return measures.filter((measure) => measure.theme === theme);
  },
};

/** What was reported of a measure, all or by the end of a day. */
export const measureFields: FrameworkMeasureResolvers = {
  progress: async ({ id }, { on }, context) => {
    const reports = await reportedProgress(context, id);
    return on == null ? reports : reports.filter((report) => report.on <= on);
  },
};
