import { tableFormats } from '../table-format.ts';
import { type ReleaseForm, writeReleaseAddress } from '../releases/release-address.ts';
import {
  type CataloguedAgency,
  type CataloguedDataset,
  type CataloguedRelease,
  seenSince,
} from './catalogue-answer.ts';

/** A node of linked data. */
type Node = Readonly<Record<string, unknown>>;

/**
 * What agencies hold for everybody as a catalogue of datasets in JSON-LD, each with a distribution for each release that stands and each form.
 * Datasets without a release that everybody may see are left out. Source: W3C, Data Catalog Vocabulary (DCAT) Version 3, 22 August 2024.
 *
 * @param origin - Where the gateway is, without a path.
 */
export function writeDcat(agencies: readonly CataloguedAgency[], origin: string): Node {
  return {
    '@context': context,
    '@id': `${origin}/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': 'boroughgraph',
    'dct:description':
      'Published statistics of London’s policing, criminal justice, health and local authority partners.',
    'dct:conformsTo': { '@id': 'https://www.w3.org/TR/vocab-dcat-3/' },
    'dcat:service': {
      '@type': 'dcat:DataService',
      'dct:title': 'boroughgraph',
      'dcat:endpointURL': { '@id': `${origin}/graphql` },
      'dcat:endpointDescription': { '@id': `${origin}/schema.graphql` },
    },
    'dcat:dataset': agencies.flatMap((agency) =>
      agency.datasets
        .filter((dataset) => dataset.accessTier === 'OPEN' && dataset.releases.some(isStanding))
        .map((dataset) => describeDataset(dataset, agency, origin)),
    ),
  };
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const isStanding = ({ recalledAt }: CataloguedRelease) => recalledAt === null;

function describeDataset(dataset: CataloguedDataset, agency: CataloguedAgency, origin: string): Node {
  const { id, title, publisher, description, licence, attribution, designation, frequency, landingPage } = dataset;
  const standing = dataset.releases.filter(isStanding);
  const newest = standing.at(-1);
  return {
    '@id': `${origin}/catalogue.jsonld#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': title,
    'dct:description': description,
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher },
    'dct:creator': { '@type': 'foaf:Agent', 'foaf:name': agency.name },
    'dct:accrualPeriodicity': frequency,
    'dct:type': designation,
    'dct:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
    'dct:rights': attribution,
    ...(landingPage !== null && { 'dcat:landingPage': { '@id': landingPage } }),
    ...(agency.contact !== null && { 'dcat:contactPoint': { '@type': 'vcard:Kind', 'vcard:fn': agency.contact } }),
    ...(newest && {
      'dcat:version': newest.id,
      'dct:issued': typed(newest.publishedAt, 'date'),
      'dct:modified': typed(seenSince(newest), 'dateTime'),
    }),
    'dcat:distribution': standing.flatMap((release) =>
      (['parquet', 'csv.gz'] as const).map((form) => describeDistribution({ release, form, licence, origin })),
    ),
  };
}

interface Distribution {
  readonly release: CataloguedRelease;
  readonly form: ReleaseForm;
  readonly licence: string;
  readonly origin: string;
}

function describeDistribution({ release, form, licence, origin }: Distribution): Node {
  const address = origin + writeReleaseAddress({ release: release.id, version: null, form });
  const mediaType = form === 'parquet' ? tableFormats.parquet.mediaType : 'text/csv';
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': `${release.id}.${form}`,
    'dct:issued': typed(release.publishedAt, 'date'),
    'dct:license': { '@type': 'dct:LicenseDocument', 'dct:title': licence },
    'dcat:accessURL': { '@id': address },
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': iana(mediaType),
    ...(form === 'csv.gz' && { 'dcat:compressFormat': iana('application/gzip') }),
  };
}

const typed = (value: string, type: 'date' | 'dateTime'): Node => ({ '@type': `xsd:${type}`, '@value': value });
const iana = (mediaType: string): Node => ({ '@id': `https://www.iana.org/assignments/media-types/${mediaType}` });
