import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import type { SharedSystem } from './shared-system.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads what says what is here, and follows it to what it names. */
export function testCatalogues(shared: SharedSystem): void {
  async function take(path: string) {
    const response = await fetch(shared.running.url + path);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  }
  const datasets = async () =>
    (JSON.parse((await take('/catalogue.jsonld')).text) as { 'dcat:dataset': Json[] })['dcat:dataset'];
  const addressesIn = (dataset: Json | undefined) =>
    ((dataset?.['dcat:distribution'] ?? []) as { 'dcat:downloadURL': { '@id': string } }[]).map(
      (each) => each['dcat:downloadURL']['@id'],
    );

  describe('the catalogue', () => {
    it('names each dataset that is held for everybody, with files that are there', async () => {
      const { status, type } = await take('/catalogue.jsonld');
      expect([status, type]).toEqual([200, 'application/ld+json; charset=utf-8']);
      const all = await datasets();
      const ids = all.map((dataset) => dataset['dct:identifier']);
      expect(ids).toEqual(expect.arrayContaining(['borough-profiles', 'court-timeliness', 'emergency-admissions']));
      expect(ids).not.toContain('case-file-quality');
      const profiles = all.find((dataset) => dataset['dct:identifier'] === 'borough-profiles');
      expect(profiles).toMatchObject({
        '@type': 'dcat:Dataset',
        'dct:issued': { '@type': 'xsd:date', '@value': '2026-01-01' },
        'dct:rights': expect.stringMatching(/./) as unknown,
      });
      const addresses = addressesIn(profiles);
      expect(addresses).toHaveLength(2);
      for (const address of addresses) expect((await fetch(address)).status).toBe(200);
    });

    it('and the feeds tell of a release and its recall, and of nothing under embargo', async () => {
      const publish = (on: string, value: number, embargoUntil?: string) =>
        shared.publish({
          agency: 'health',
          dataset: 'emergency-admissions',
          lines: ['indicator,area,period,value', `emergency-admissions,E09000012,FY2013-14,${value}`],
          on,
          more: embargoUntil === undefined ? {} : { embargoUntil },
        });
      const release = await publish('2026-02-02', 7_100);
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(until));
      const hidden = await publish(today, 7_200, until);
      const feeds = ['/feeds/releases.atom', '/feeds/emergency-admissions.atom'];
      const tellsOf = async (id: string) =>
        Promise.all(feeds.map(async (feed) => (await take(feed)).text.split(id).length > 1));
      expect([await tellsOf(release), await tellsOf(hidden)]).toEqual([
        [true, true],
        [false, false],
      ]);
      const named = async () =>
        addressesIn((await datasets()).find((each) => each['dct:identifier'] === 'emergency-admissions'));
      expect((await named()).filter((address) => address.includes(release))).toHaveLength(2);
      expect(JSON.stringify(await datasets())).not.toContain(hidden);
      await recallRelease(shared.agency('health').store, release, 'Twice <counted> & wrong');
      const { text, type } = await take('/feeds/emergency-admissions.atom');
      expect(type).toBe('application/atom+xml; charset=utf-8');
      expect(text).toContain(`The release ${release} is in no answer any more: Twice &lt;counted&gt; &amp; wrong`);
      expect(text.match(/<updated>[^<]*<\/updated>/g)?.length).toBe((text.match(/<entry>/g)?.length ?? 0) + 1);
      expect((await named()).filter((address) => address.includes(release))).toEqual([]);
      const { corrections } = JSON.parse((await take('/corrections.json')).text) as { corrections: Json[] };
      const own = corrections.filter((each) => each['release'] === release);
      expect(own.map(({ kind, what }) => [kind, what])).toEqual([['recall', 'Twice <counted> & wrong']]);
      expect(own[0]).toMatchObject({
        agency: 'health',
        dataset: 'emergency-admissions',
        publishedAt: '2026-02-02',
        what: 'Twice <counted> & wrong',
        instead: expect.stringMatching(/^emergency-admissions@2026-01-01/) as unknown,
      });
      const register = await take('/corrections.csv');
      expect([register.text.includes(release), register.text.includes(hidden)]).toEqual([true, false]);
      const [, correcting] = [await publish('2026-02-03', 7_300), await publish('2026-02-04', 7_350)];
      const { corrections: after } = JSON.parse((await take('/corrections.json')).text) as { corrections: Json[] };
      expect(after[0]).toMatchObject({
        kind: 'correction',
        release: correcting,
        what: expect.stringMatching(/^1 figure of before changed, gone or withheld, with version \d/) as unknown,
      });
    });

    it('says which feeds there are, and tells of no dataset for named users', async () => {
      for (const feed of ['nothing', 'case-file-quality', '..%2freleases', '__proto__'])
        expect((await take(`/feeds/${feed}.atom`)).status).toBe(404);
    });
  });

  it('The doors are described, and each named operation with its variables', async () => {
    const { type, text } = await take('/openapi.json');
    expect(type).toBe('application/vnd.oai.openapi+json; charset=utf-8');
    const { openapi, paths } = JSON.parse(text) as { openapi: string; paths: Record<string, { get: Json }> };
    expect(openapi).toBe('3.1.1');
    expect(paths['/data/recorded-crime.{format}']?.get['parameters']).toEqual(
      expect.arrayContaining([
        { name: 'code', in: 'query', required: true, explode: true, schema: { type: 'string' } },
        {
          name: 'during.from',
          in: 'query',
          required: false,
          explode: true,
          schema: { type: 'string', format: 'date' },
        },
      ]),
    );
    for (const path of Object.keys(paths).filter((each) => !each.includes('{')))
      expect((await take(path)).status).toBe(200);
  });

  it('The schema is the one that is answered by', async () => {
    const { text } = await take('/schema.graphql');
    expect(buildSchema(text).getQueryType()?.getFields()['boroughs']?.description).toMatch(/./);
  });
}
