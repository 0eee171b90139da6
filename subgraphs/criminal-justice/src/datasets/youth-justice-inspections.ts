import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { InspectionRating } from '../generated/vocabulary.ts';
import { inspectionFact } from '../inspections.ts';
import { resolveService } from '../youth-justice-services.ts';

const table: FileFormat = {
  name: 'the list of youth justice inspections',
  delimiter: ',',
  columns: {
    service: { headings: ['la_name', 'service', 'service_name', 'Youth justice service', 'Local authority'] },
    score: { headings: ['score_%', 'score', 'score_percent', 'score %', 'Overall score'] },
    rating: { headings: ['overall_rating', 'Overall rating', 'rating'] },
    publishedOn: { headings: ['publication_date', 'Publication date', 'published', 'date_published'] },
    url: { headings: ['report_url', 'Report URL', 'report_link', 'url'], isOptional: true },
  },
  // Ratings of single standards, which change from one framework of inspection to the next.
  otherColumns: 'ignored',
  open: openTable,
};

function openTable(_file: OpenedFile, draft: ReleaseDraft): RowReader {
  const known = new Set<string>();
  return (row) => {
    const resolved = resolveService(row.text('service'));
    if (resolved.kind === 'unknown')
      return row.reject('service', 'a youth justice service of England or Wales', resolved.candidates);
    if (resolved.kind === 'elsewhere') return leftOut('a service outside London');
    const publishedOn = isoDayOf(row.text('publishedOn')) ?? row.reject('publishedOn', 'a day such as 18/02/2025');
    const { service, boroughs } = resolved;
    const key = `${publishedOn} ${slug(service)}`;
    if (known.has(key)) row.reject('service', 'one row for each service and day');
    const scorePercent = scoreIn(row);
    const [overallRating, reportUrl] = [ratingIn(row), urlIn(row)];
    draft.state(
      inspectionFact(key, { service, publishedOn, overallRating, scorePercent, reportUrl, areas: [...boroughs] }),
    );
    known.add(key);
    return loaded;
  };
}

/** Ratings by their letters alone, because the PDF breaks them: "Inadeq uate", "Requires i mprov ement". */
const ratings: Readonly<Record<string, InspectionRating | null>> = {
  outstanding: 'OUTSTANDING',
  good: 'GOOD',
  requiresimprovement: 'REQUIRES_IMPROVEMENT',
  inadequate: 'INADEQUATE',
  // The heading of the report's column, taken for what should stand under it.
  rating: null,
  '': null,
};

function ratingIn(row: Row): InspectionRating | null {
  const letters = row.text('rating').toLowerCase().replaceAll(/[\s-]/g, '');
  const rating = ratings[letters];
  return rating === undefined
    ? row.reject('rating', 'Outstanding, Good, Requires improvement, Inadequate, or nothing')
    : rating;
}

function scoreIn(row: Row): number | null {
  if (row.text('score') === '') return null;
  const score = row.number('score');
  return score < 0 || score > 100 ? row.reject('score', 'a percentage from 0 to 100') : score;
}

function urlIn(row: Row): string | null {
  const url = row.text('url');
  if (url === '') return null;
  return /^https?:\/\/\S+$/.test(url) ? url : row.reject('url', 'an address that begins with https://');
}

export const dataset: DatasetDefinition = {
  id: 'youth-justice-inspections',
  title: 'Youth justice inspection ratings',
  publisher: 'HM Inspectorate of Probation',
  description:
    'Overall ratings of inspected youth justice services. Scraped from the reports by Data to Insight; where the PDF broke a word, it is mended, and where it gave no rating, there is none.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. HM Inspectorate of Probation; table scraped by Data to Insight (MIT).',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'As services are inspected',
  landingPage: 'https://www.justiceinspectorates.gov.uk/hmiprobation/inspections/',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [table],
};
