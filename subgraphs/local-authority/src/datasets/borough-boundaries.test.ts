import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './borough-boundaries.ts';

const square = [
  [-0.1, 51.5],
  [0, 51.5],
  [0, 51.6],
  [-0.1, 51.5],
];
const outline = { type: 'MultiPolygon', coordinates: [[square]] };
const hackney = { id: 1, name: 'Hackney', code: 'E09000012', inner_statistical: true };
const feature = (properties: object, geometry: unknown = outline) => ({ type: 'Feature', properties, geometry });
const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features });
const file = (value: unknown) => ({ dataset, name: 'outlines.geojson', text: JSON.stringify(value, null, 1) });
const read = (...features: readonly object[]) => readText(file(collection(...features)));

describe('outlines of boroughs', () => {
  it('are kept as text, as they were published', () => {
    expect([...read(feature(hackney)).draft.facts.values()]).toEqual([
      { kind: 'boundary', key: 'E09000012', body: { geometry: JSON.stringify(outline) } },
    ]);
  });

  it.each([
    ['1 for true', { ...hackney, inner_statistical: 1 }],
    ['T for true', { ...hackney, inner_statistical: 'T' }],
    ['no word on Inner and Outer', { name: 'Hackney', code: 'E09000012' }],
    ['the properties of the Greater London Authority', { NAME: 'Hackney', GSS_CODE: 'E09000012', ONS_INNER: 'T' }],
    ['those of the Office for National Statistics', { LAD24CD: 'E09000012', LAD24NM: 'Hackney' }],
  ])('are read with %s', (_what, properties) => {
    expect(outcomeOf(read(feature(properties)))).toMatchObject({ rowsLoaded: 1, rejected: [] });
  });

  it('of other districts are left out, and boroughs that are missing are named', () => {
    const result = read(feature(hackney), feature({ name: 'Epping Forest', code: 'E07000072' }));
    expect(outcomeOf(result)).toMatchObject({ rowsLoaded: 1, leftOut: { 'outside London': 1 } });
    expect(result.draft.notices).toEqual([expect.stringMatching(/^no outline of City of London/)]);
  });

  it.each([
    ['the code of another borough', feature({ ...hackney, code: 'E09000003' }), 'name'],
    ['a code that no borough has', feature({ name: 'Nowhere', code: 'E09000034' }), 'code'],
    ['Inner for Outer', feature({ ...hackney, inner_statistical: false }), 'inner_statistical'],
    ['no geometry', feature(hackney, null), 'name'],
    ['a point', feature(hackney, { type: 'Point', coordinates: [-0.1, 51.5] }), 'name'],
    ['latitude before longitude', feature(hackney, swapped()), 'name'],
    ['metres of the national grid', feature(hackney, scaled(530_000)), 'name'],
    [
      'an open ring',
      feature(hackney, { type: 'Polygon', coordinates: [[...square.slice(0, 3), [0.1, 51.4]]] }),
      'name',
    ],
  ])('with %s are rejected, with the line on which the feature begins', (_what, bad, column) => {
    // Pretty-printed: the collection opens on lines 1 to 3, the feature's type stands on line 5.
    expect(read(bad).rejected).toMatchObject([{ line: 5, column }]);
  });

  it('of one borough twice are rejected', () => {
    expect(read(feature(hackney), feature(hackney)).rejected).toMatchObject([{ column: 'code', found: 'E09000012' }]);
  });

  it.each([
    ['no JSON', { ...file({}), text: '{"type": "FeatureColl' }, 'is cut off or no JSON'],
    ['another kind of JSON', file({ type: 'Topology' }), 'is not a GeoJSON collection of features'],
    [
      'another coordinate system',
      file({
        ...collection(feature(hackney)),
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
      }),
      'has coordinates in urn:ogc:def:crs:EPSG::27700',
    ],
    ['features without names', file(collection(feature({ code: 'E09000012' }))), 'it has no column "name"'],
  ])('in a file with %s are refused', (_what, text, sentence) => {
    expect(refusalOf(text)).toContain(sentence);
  });
});

function swapped() {
  return { type: 'Polygon', coordinates: [square.map((position) => position.toReversed())] };
}

function scaled(by: number) {
  return { type: 'Polygon', coordinates: [square.map((position) => position.map((degrees) => degrees * by))] };
}

const path = 'local-authority/london_boroughs.geojson';
const published = publishedFile(path);

describe.skipIf(published === null)('the published outlines', () => {
  it('are of all 33 boroughs, to the last digit', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toMatchObject({ rowsRead: 33, rowsLoaded: 33, rejected: [] });
    expect(result.draft.notices).toEqual([]);
    const { features } = JSON.parse(readFileSync(published ?? '', 'utf8')) as {
      features: readonly { properties: { code: string }; geometry: unknown }[];
    };
    const kept = features.map(({ properties }) => result.draft.facts.get(`boundary ${properties.code}`)?.body);
    expect(kept).toEqual(features.map(({ geometry }) => ({ geometry: JSON.stringify(geometry) })));
  });
});
