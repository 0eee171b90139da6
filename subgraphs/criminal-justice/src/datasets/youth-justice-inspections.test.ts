import { describe, expect, it } from 'vitest';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { inspectionOfFact } from '../inspections.ts';
import { dataset } from './youth-justice-inspections.ts';

const read = (text: string) => readText({ dataset, text });
const headings = 'la_name,la_ref,score_%,overall_rating,publication_date,report_url,staff';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const inspectionsOf = (draft: ReleaseDraft) => [...draft.facts.values()].map(({ body }) => inspectionOfFact(body));

describe('the list of youth justice inspections', () => {
  it('states the inspections of London’s services and leaves the others out', () => {
    const result = read(
      file('Camden,c,66.67,Good,05/03/2030,https://example.org/c,Good', 'West Mercia,w,10,Good,05/03/2030,,'),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 2,
      rowsLoaded: 1,
      leftOut: { 'a service outside London': 1 },
      keptOutside: {},
      rejected: [],
    });
    expect(inspectionsOf(result.draft)).toEqual([
      {
        service: 'Camden',
        publishedOn: '2030-03-05',
        overallRating: 'GOOD',
        scorePercent: 66.67,
        reportUrl: 'https://example.org/c',
        areas: ['E09000007'],
      },
    ]);
  });

  it('may not stand without a row that was rejected, whose borough would look as if it had none', () => {
    const good = 'Camden,c,66.67,Good,05/03/2030,,';
    const rests = [file(good), file(good, 'Barnet,b,66.67,Splendid,05/03/2030,,')].map((text) => read(text).rest);
    expect(rests).toEqual(['whole', 'not-alone']);
  });

  it.each([
    ['Inadeq uate', 'INADEQUATE'],
    ['Requires i mprov ement', 'REQUIRES_IMPROVEMENT'],
    ['REQUIRES IMPROVEMENT', 'REQUIRES_IMPROVEMENT'],
    ['Out standing', 'OUTSTANDING'],
    ['Rating', null],
    ['', null],
  ])('reads the rating %j as %s', (text, rating) => {
    expect(inspectionsOf(read(file(`Camden,c,1,${text},05/03/2030,,`)).draft)[0]?.overallRating).toBe(rating);
  });

  it.each([
    ['Royal Borough of Greenwich', 'Royal Borough of Greenwich', ['E09000011']],
    ['youth offending services in Camden - Joint_Inspection', 'Camden', ['E09000007']],
    ['youth justice services in Hammersmith & Fulham - Joint Inspection', 'Hammersmith and Fulham', ['E09000013']],
    ['Brent Youth Justice Service', 'Brent', ['E09000005']],
    ['Wal tham Forest', 'Waltham Forest', ['E09000031']],
    ['Tower Hamlets and City of London', 'Tower Hamlets and City of London', ['E09000030', 'E09000001']],
    ['Kingston and Richmond', 'Kingston and Richmond', ['E09000021', 'E09000027']],
    ['Hackney and City of London', 'Hackney and City of London', ['E09000012', 'E09000001']],
  ])('knows the service %j', (text, service, areas) => {
    expect(inspectionsOf(read(file(`${text},c,1,Good,05/03/2030,,`)).draft)).toMatchObject([{ service, areas }]);
  });

  it('reads columns in another order, under other listed headings, and days in another form', () => {
    const { draft } = read(
      'Publication date,Overall rating,score,service\n2030-03-05,Good,,Camden\n6 March 2030,Good,50,Camden\n',
    );
    expect(
      inspectionsOf(draft).map(({ publishedOn, scorePercent, reportUrl }) => [publishedOn, scorePercent, reportUrl]),
    ).toEqual([
      ['2030-03-05', null, null],
      ['2030-03-06', 50, null],
    ]);
  });

  it('rejects what it does not know', () => {
    const result = read(
      file(
        'Camdem,c,1,Good,05/03/2030,,',
        'Atlantis,c,1,Good,05/03/2030,,',
        'Camden,c,1,Fair,05/03/2030,,',
        'Camden,c,101,Good,05/03/2030,,',
        'Camden,c,1,Good,03/25/2030,,',
        'Camden,c,1,Good,,,',
        'Camden,c,1,Good,05/03/2030,example.org,',
        'Camden,c,1,Good,05/03/2030,,',
        'Camden,c,1,Good,05/03/2030,,',
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 2, la_name: Camdem',
        'line 3, la_name: Atlantis',
        'line 4, overall_rating: Fair',
        'line 5, score_%: 101',
        'line 6, publication_date: 03/25/2030',
        'line 7, publication_date: ',
        'line 8, report_url: example.org',
        'line 10, la_name: Camden',
      ],
    });
    expect(result.rejected[0]?.candidates).toContain('Camden');
  });

  it('refuses a file of another kind', () => {
    expect(refusalOf({ dataset, text: 'la_name,score\nCamden,1\n' })).toContain('it has no column "overall_rating"');
  });
});

const path = 'criminal-justice/hmi_youth_justice_inspection_ratings-2025-02-a.csv';

describe('the published list of inspections', () => {
  it.skipIf(publishedFile(path) === null)('has nineteen services of London, one of two boroughs', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 83,
      rowsLoaded: 19,
      leftOut: { 'a service outside London': 64 },
      keptOutside: {},
      rejected: [],
    });
    const inspections = inspectionsOf(result.draft);
    expect(new Set(inspections.flatMap(({ areas }) => areas)).size).toBe(20);
    expect(inspections.filter(({ overallRating }) => overallRating === null)).toEqual([]);
    expect(inspections.find(({ areas }) => areas.includes('E09000001'))).toMatchObject({
      service: 'Tower Hamlets and City of London',
      publishedOn: '2022-07-26',
      overallRating: 'REQUIRES_IMPROVEMENT',
      scorePercent: 22.22,
      areas: ['E09000030', 'E09000001'],
    });
  });
});
