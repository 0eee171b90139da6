import { writeReleaseAddress } from '../releases/release-address.ts';
import { type CataloguedDataset, type CataloguedRelease, seenSince } from './catalogue-answer.ts';

/** The newest entries that a feed tells. */
const toldEntries = 200;

/** What a feed is of. */
export interface FeedOf {
  readonly title: string;
  /** Its own path. */
  readonly path: string;
  /** Where the gateway is, without a path. */
  readonly origin: string;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly link: string;
  readonly publisher: string;
  readonly text: string;
}

/**
 * What was released of some datasets and what was recalled, the newest first, each an entry of its own. Source: RFC 4287, The Atom Syndication
 * Format.
 */
export function writeAtom(datasets: readonly CataloguedDataset[], { title, path, origin }: FeedOf): string {
  const entries = datasets
    .flatMap((dataset) => dataset.releases.flatMap((release) => entriesOf(release, dataset, origin)))
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .slice(0, toldEntries);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escape(origin + path)}</id>`,
    `  <title>${escape(title)}</title>`,
    `  <updated>${entries[0]?.at ?? '1970-01-01T00:00:00Z'}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escape(origin + path)}"/>`,
    ...entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n');
}

function entriesOf(release: CataloguedRelease, dataset: CataloguedDataset, origin: string): readonly Entry[] {
  const { id, publishedAt, recalledAt, recallReason } = release;
  const { title, publisher, attribution } = dataset;
  const link = origin + writeReleaseAddress({ release: id, version: null, form: 'parquet' });
  const released = {
    id: `${link}#released`,
    title: `${title}: edition of ${publishedAt}`,
    at: seenSince(release),
    link,
    publisher,
    text: `The release ${id}. ${attribution}`,
  };
  if (recalledAt === null) return [released];
  const text = `The release ${id} is in no answer any more: ${recallReason ?? 'without a reason'}`;
  return [
    released,
    { ...released, id: `${link}#recalled`, title: `Recalled: ${title}, ${publishedAt}`, at: recalledAt, text },
  ];
}

function writeEntry({ id, title, at, link, publisher, text }: Entry): string {
  return [
    '  <entry>',
    `    <id>${escape(id)}</id>`,
    `    <title>${escape(title)}</title>`,
    `    <updated>${at}</updated>`,
    `    <author><name>${escape(publisher)}</name></author>`,
    `    <link rel="alternate" type="application/vnd.apache.parquet" href="${escape(link)}"/>`,
    `    <summary>${escape(text)}</summary>`,
    '  </entry>',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in XML; the characters that XML 1.0 does not allow are left out. */
const escape = (text: string) =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll(/[&<>"']/g, (one) => entities[one] ?? one);
