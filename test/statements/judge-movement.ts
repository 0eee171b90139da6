import { isOfEditions } from './edition-answers.ts';
import type { ReadObservation, ReadSeries } from './series-answers.ts';

/** A figure of today beside that of the first edition that had one. */
interface Moved {
  readonly now: ReadObservation;
  readonly before: number;
}

/** What is said of editions and does not follow from what each of them had, each as a line. */
export function judgeMovement(series: ReadSeries): readonly string[] {
  return series.caveats
    .filter(({ text }) => isOfEditions(text))
    .flatMap(({ text }) => (text === expectedOf(series) ? [] : [`${text} It should say: ${expectedOf(series)}`]));
}

function expectedOf(series: ReadSeries): string {
  const moved = series.observations.flatMap((now) => firstOf(series, now));
  if (moved.length === 0)
    return 'No figure of it stands in editions of two days, so that nothing tells how far it moves when it is revised.';
  const changes = moved.filter(({ now, before }) => now.value !== before);
  const said = `Figures that an earlier edition has as well: ${moved.length}. Changed since: `;
  const most = changes.reduce<Moved | null>(
    (far, one) => (far !== null && sizeOf(far) >= sizeOf(one) ? far : one),
    null,
  );
  return most === null ? `${said}none.` : `${said}${changes.length}; most of all ${textOf(series, most)}.`;
}

function firstOf({ editions }: ReadSeries, now: ReadObservation): readonly Moved[] {
  if (now.status !== 'PUBLISHED' || now.release === null) return [];
  const today = now.release.publishedAt;
  const earlier = editions
    .flatMap((figures) => figures.filter(({ period }) => period.id === now.period.id))
    .find(({ status, release }) => status === 'PUBLISHED' && release !== null && release.publishedAt < today);
  return earlier?.value == null ? [] : [{ now, before: earlier.value }];
}

const sizeOf = ({ now, before }: Moved) => Math.abs((now.value ?? 0) - before);

/** Units that are no word. */
const signs = new Map([
  ['PERCENT', '%'],
  ['PER_1000', ' per 1,000'],
  ['PER_10000', ' per 10,000'],
  ['PER_100000', ' per 100,000'],
]);

function textOf({ indicator, periodType }: ReadSeries, { now, before }: Moved): string {
  const number = (value: number) =>
    value.toLocaleString('en-GB', {
      minimumFractionDigits: indicator.decimals,
      maximumFractionDigits: indicator.decimals,
    });
  const after = now.value ?? 0;
  const unit = signs.get(indicator.unit) ?? ` ${indicator.unit.toLowerCase()}`;
  const change =
    number(before) === number(after)
      ? 'by less than is shown'
      : `from ${number(before)}${unit} to ${number(after)}${unit}`;
  return `that ${periodType === 'SNAPSHOT' ? 'of' : 'for'} ${now.period.label}, ${change}`;
}
