import { markerOf } from '../observation-marker.ts';
import type { FoundNumber } from './find-number.ts';
import { writeNumberAddress } from './number-address.ts';

/** All that is said of a number, in the same words in every form. */
export interface NumberRecord {
  readonly address: string;
  readonly sentence: string;
  readonly isSynthetic: boolean;
  /** Name and value of every fact that a table has a column for. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly definition: string;
  /** What the agency says of the series as it stood when the number was published. */
  readonly statement: string;
  readonly caveats: readonly { readonly severity: string; readonly text: string }[];
  readonly breaks: readonly { readonly at: string; readonly kind: string; readonly note: string }[];
  readonly provenance: Readonly<Record<string, string | null>>;
  readonly citation: { readonly text: string; readonly bibtex: string };
  /** The address of the number that has replaced it since; null where it still answers. */
  readonly current: string | null;
  /** To whom to say that it looks wrong. */
  readonly contact: string | null;
  /** Where: a letter with what it is and its address filled in, or the publisher's page; null where neither is known. */
  readonly report: string | null;
}

/** @param origin - Where the graph answers, as whoever asks calls it: `https://graph.example`. */
export function describeNumber(found: FoundNumber, origin: string): NumberRecord {
  const { indicator, observation, release, series, agency } = found;
  const { dataset } = indicator;
  const address = origin + writeNumberAddress(found.key);
  const isSynthetic = observation.flags.includes('SYNTHETIC') || dataset.designation === 'SYNTHETIC';
  const sentence = sentenceOf(found, isSynthetic);
  return {
    address,
    sentence,
    isSynthetic,
    facts: factsOf(found, isSynthetic),
    definition: indicator.definition,
    statement: series.statement,
    caveats: series.caveats,
    breaks: series.breaks,
    provenance: {
      publisher: dataset.publisher,
      dataset: dataset.title,
      datasetId: dataset.id,
      designation: dataset.designation,
      licence: dataset.licence,
      attribution: dataset.attribution,
      landingPage: dataset.landingPage,
      release: release.id,
      publishedAt: release.publishedAt,
      loadedAt: release.loadedAt,
      checksum: release.checksum,
      agency: agency.name,
    },
    citation: { text: citationOf(found, { address, isSynthetic }), bibtex: bibtexOf(found, { address, isSynthetic }) },
    current: found.current === null ? null : origin + found.current,
    contact: agency.contact,
    report: reportOf({ sentence, address, contact: agency.contact, landingPage: dataset.landingPage }),
  };
}

interface Reported {
  readonly sentence: string;
  readonly address: string;
  readonly contact: string | null;
  readonly landingPage: string | null;
}

function reportOf({ sentence, address, contact, landingPage }: Reported): string | null {
  const mail = /[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+/.exec(contact ?? '')?.[0];
  const parts = ['This number looks wrong', `${sentence}\n${address}\n`].map(encodeURIComponent);
  if (mail !== undefined) return `mailto:${mail}?subject=${parts[0] ?? ''}&body=${parts[1] ?? ''}`;
  return landingPage !== null && /^https?:/.test(landingPage) ? landingPage : null;
}

function factsOf({ key, indicator, series, observation, release }: FoundNumber, isSynthetic: boolean) {
  const { period, value, status, flags, numerator, denominator, lower, upper } = observation;
  return {
    indicator: indicator.id,
    unit: indicator.unit,
    area_code: series.area?.code ?? null,
    area_name: series.area?.name ?? null,
    site_id: series.site?.id ?? null,
    site_name: series.site?.name ?? null,
    dimensions: key.dimensions.map((each) => `${each.dimension}=${each.value}`).join('|') || null,
    period_id: period.id,
    period_start: period.start,
    period_end: period.end,
    value,
    status,
    flags: flags.join('|') || null,
    marker: markerOf(status, flags) || null,
    numerator,
    denominator,
    lower,
    upper,
    release: release.id,
    published_at: release.publishedAt,
    synthetic: isSynthetic ? indicator.dataset.id : null,
  };
}

/** What it is of: `Recorded crime (Robbery), Hackney, November 2024`. */
function titleOf({ indicator, series, observation }: FoundNumber): string {
  const labels = series.dimensions.map(({ label }) => label).join(', ');
  const place = series.area?.name ?? series.area?.code ?? series.site?.name ?? '';
  return `${indicator.name}${labels === '' ? '' : ` (${labels})`}, ${place}, ${observation.period.label}`;
}

const unitText = (unit: string) => unit.toLowerCase().replaceAll('_', ' ');

function sentenceOf(found: FoundNumber, isSynthetic: boolean): string {
  const { observation, indicator, release } = found;
  const marker = markerOf(observation.status, observation.flags);
  const said = `${observation.displayValue} ${unitText(indicator.unit)}${marker === '' ? '' : ` ${marker}`}`;
  const madeUp = isSynthetic ? 'SYNTHETIC, made up, not a real figure. ' : '';
  return `${madeUp}${titleOf(found)}: ${said}, as published by ${indicator.dataset.publisher} on ${release.publishedAt}.`;
}

interface Cited {
  readonly address: string;
  readonly isSynthetic: boolean;
}

/** The publisher first: whoever passes a figure on has not made it. */
function citationOf(found: FoundNumber, { address, isSynthetic }: Cited): string {
  const { dataset } = found.indicator;
  const madeUp = isSynthetic ? 'SYNTHETIC, made up, not to be cited as a figure. ' : '';
  return `${madeUp}${dataset.publisher} (${found.release.publishedAt}). ${dataset.title}: ${titleOf(found)}. Release ${found.release.id}. ${dataset.licence}. Through boroughgraph, ${address}`;
}

function bibtexOf(found: FoundNumber, { address, isSynthetic }: Cited): string {
  const { dataset } = found.indicator;
  const [year = '', month = ''] = found.release.publishedAt.split('-');
  const fields = [
    ['author', `{${escapeTex(dataset.publisher)}}`],
    ['title', `${isSynthetic ? 'SYNTHETIC: ' : ''}${escapeTex(`${dataset.title}: ${titleOf(found)}`)}`],
    ['year', year],
    ['month', String(Number(month))],
    ['note', escapeTex(`Release ${found.release.id}. ${dataset.licence}. Through boroughgraph`)],
    ['howpublished', `\\url{${address.replaceAll(/[{}\\\s]/g, encodeURIComponent)}}`],
  ];
  const name = [found.key.indicator, found.key.place, found.key.period].join('-').replaceAll(/[^\w-]/g, '-');
  return `@misc{${name},\n${fields.map(([field, value]) => `  ${field} = {${value}}`).join(',\n')}\n}\n`;
}

function escapeTex(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replaceAll(/[\\{}$&#%_~^]/g, (sign) => names[sign] ?? `\\${sign}`);
}
