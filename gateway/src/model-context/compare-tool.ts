import { comparatorKindValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { z } from 'zod';
import { indicatorHead, noIndicator, seriesHead, seriesInput } from './series-tool.ts';
import { defineTool } from './tool.ts';

const comparator = z.looseObject({ kind: z.string(), outcome: z.string(), reason: z.string().nullable() });

const answer = z.object({
  indicator: z
    .looseObject({
      seriesAbsence: z.object({ text: z.string() }).nullable(),
      series: z
        .looseObject({
          caveats: z.array(z.object({ severity: z.string(), text: z.string() })),
          comparators: z.array(comparator),
        })
        .nullable(),
    })
    .nullable(),
});

const figure = 'period { id label } value displayValue status flags';

/** The newest figure beside others; refused where it must not be. */
export const compareTool = defineTool({
  name: 'compare',
  title: 'Set the newest figure beside others',
  description:
    'The newest figure of one indicator for one area beside London, its part of London, England, the year before or a baseline, where these may be compared. There are no ranks; what may not be compared is refused with the reason.',
  input: seriesInput.extend({
    kinds: z
      .array(z.enum(comparatorKindValues))
      .max(comparatorKindValues.length)
      .optional()
      .describe('What to compare with. Every kind that the indicator has when left out.'),
  }),
  operation: `query ToolCompare($indicator: ID!, $area: ID!, $dimensions: [DimensionInput!], $kinds: [ComparatorKind!]) { indicator(id: $indicator) {
    ${indicatorHead}
    seriesAbsence(area: $area) { text }
    series(area: $area, dimensions: $dimensions) { ${seriesHead}
      comparators(kinds: $kinds) { kind own { ${figure} } area { code name } observation { ${figure} } difference outcome method reason } } } }`,
  variables: ({ indicator, area, dimensions, kinds }) => ({
    ...{ indicator, area },
    dimensions: dimensions.length === 0 ? null : dimensions,
    kinds: kinds ?? null,
  }),
  tell: (data, { input }) => {
    const { indicator } = answer.parse(data);
    if (indicator === null) return noIndicator(input.indicator);
    const { series, seriesAbsence, ...about } = indicator;
    if (series === null) return { kind: 'refused', reason: seriesAbsence?.text ?? 'There is no such series.' };
    const forbidding = series.caveats.filter(({ severity }) => severity === 'DO_NOT_COMPARE').map(({ text }) => text);
    const reasons = series.comparators.map(({ kind, reason }) => `${kind}: ${reason ?? 'not compared'}`);
    const isAnyCompared = series.comparators.some(({ outcome }) => outcome !== 'NOT_COMPARED');
    if (forbidding.length > 0 || !isAnyCompared) {
      const why =
        [...forbidding, ...(forbidding.length > 0 ? [] : reasons)].join(' ') || 'There is nothing to compare it with.';
      return { kind: 'refused', reason: `Not compared. ${why}` };
    }
    return { kind: 'answer', value: { indicator: about, ...series } };
  },
});
