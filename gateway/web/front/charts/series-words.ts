import { type WholeSeries } from '../answer.ts';
import { describeSpan, designationWords, namePlace, nameUnit, severityWords, writeDay } from '../words.ts';
import { type PictureWords } from './picture.ts';

/** What the marks of the drawing of a series mean, as far as it has them; breaks by themselves, each with its number. */
export function describeMarks({ controlChart, observations, latest }: WholeSeries): readonly string[] {
  const withheld = observations.filter(({ status }) => status !== 'PUBLISHED').length;
  const usual =
    controlChart?.centre == null
      ? []
      : [
          `Shaded: what is usual, ${controlChart.firstPeriod?.label ?? ''} to ${controlChart.lastPeriod?.label ?? ''}${controlChart.isProvisional ? ' (provisional: few points)' : ''}. Diamonds: unlikely by chance.`,
        ];
  return [
    ...usual,
    ...(controlChart?.reason == null ? [] : [`No control chart. ${controlChart.reason}`]),
    ...(latest?.lower == null ? [] : ['Upright lines: 95% confidence intervals.']),
    ...(withheld > 0 ? [`Striped: ${withheld} without a figure; the table says why of each.`] : []),
  ];
}

/** The breaks that a drawing has in sight, in the order of their numbers. */
export function breaksInSight({ breaks, observations }: WholeSeries): WholeSeries['breaks'] {
  const first = observations[0]?.period.start ?? '';
  return breaks.filter(({ at }) => at >= first);
}

/** The release of the newest figure of a series, or else of the newest cell that has one; null where none is told. */
export function releaseOf({ latest, observations }: WholeSeries): { id: string; publishedAt: string } | null {
  return (latest ?? observations.findLast((each) => each.release !== null))?.release ?? null;
}

/** Whose figures they are, of which release, and under which licence. */
export function describeSource(series: WholeSeries): string {
  const { dataset } = series;
  const release = releaseOf(series);
  const published = release === null ? '' : `, published ${writeDay(release.publishedAt)}`;
  return `Source: ${dataset.publisher}, ${dataset.title}${published} (${designationWords[dataset.designation]}).`;
}

/** What is measured, and of what: `Recorded crime: Burglary`. */
export function nameSeries({ indicator, dimensions }: WholeSeries): string {
  return [indicator.name, ...dimensions.map(({ label }) => label)].join(': ');
}

/** Unit and period of a series. */
export function describeScope({ indicator, observations }: WholeSeries): string {
  return `${nameUnit(indicator.unit)}, ${describeSpan(observations)}`;
}

/** All that is written around the picture of a series. */
export function describePicture(series: WholeSeries, title: string): PictureWords {
  const [gravest] = series.caveats;
  const release = releaseOf(series);
  return {
    title: `${title}, ${namePlace(series)}`,
    subtitle: describeScope(series),
    notes: [
      ...describeMarks(series),
      ...breaksInSight(series).map(({ at, note }, index) => `${index + 1}: from ${writeDay(at)}: ${note}`),
      ...(gravest === undefined ? [] : [`${severityWords[gravest.severity]}: ${gravest.text}`]),
    ],
    source: `${describeSource(series)} ${series.dataset.licence}.${release === null ? '' : ` Release ${release.id}.`}`,
    isSynthetic: series.isSynthetic,
  };
}
