import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { loadedSeries, requireChoice } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { measuredDirectly } from '@boroughgraph/kit/series/measured.ts';
import { directField, missingSeries } from '@boroughgraph/kit/series/missing-series.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { drugMisuseAdmissions } from '../datasets/drug-misuse-admissions.ts';
import { emergencyAdmissions } from '../datasets/emergency-admissions.ts';
import { substanceMisuse } from '../datasets/looked-after-children-health.ts';
import { violenceAttendances } from '../datasets/violence-attendances.ts';
import type { AreaHealthResolvers, AreaResolvers } from '../generated/schema-types.ts';

/** What `AreaHealth` is made of. */
const ofAreas = [violenceAttendances, emergencyAdmissions, drugMisuseAdmissions, substanceMisuse];

/** What health adds to an area. */
export const area: AreaResolvers = {
  __resolveReference: (reference) => reference,
  health: ({ code }) => (ofAreas.some((indicator) => measuredDirectly(indicator, code) !== null) ? { code } : null),
  healthAbsences: ({ code }, _arguments, context) =>
    missingSeries(context, [
      directField('health.violenceAttendances', violenceAttendances, code),
      directField('health.emergencyAdmissions', emergencyAdmissions, code),
      directField('health.drugMisuseAdmissions', drugMisuseAdmissions, code),
      directField('health.lookedAfterChildrenSubstanceMisuse', substanceMisuse, code),
    ]),
};

/** What is measured of the health of the people who live in an area. */
export const areaHealth: AreaHealthResolvers = {
  violenceAttendances: ({ code }, { assaultMethod }, context) =>
    seriesIn(context, code, {
      indicator: violenceAttendances,
      dimensions:
        assaultMethod == null
          ? {}
          : { 'assault-method': requireChoice(violenceAttendances, 'assault-method', assaultMethod) },
    }),
  emergencyAdmissions: ({ code }, _arguments, context) => seriesIn(context, code, { indicator: emergencyAdmissions }),
  drugMisuseAdmissions: ({ code }, _arguments, context) => seriesIn(context, code, { indicator: drugMisuseAdmissions }),
  lookedAfterChildrenSubstanceMisuse: ({ code }, _arguments, context) =>
    seriesIn(context, code, { indicator: substanceMisuse }),
};

/** The series of the area, or of the composite that is measured in its place; null where neither is, or nothing is loaded. */
async function seriesIn(
  context: RequestContext,
  code: string,
  choice: { readonly indicator: IndicatorDefinition; readonly dimensions?: Dimensions },
): Promise<SeriesHandle | null> {
  const measured = measuredDirectly(choice.indicator, code);
  return measured === null ? null : loadedSeries(context, new SeriesHandle(context, { ...choice, ...measured }));
}
