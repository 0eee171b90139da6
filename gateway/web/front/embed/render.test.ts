import { describe, expect, it } from 'vitest';
import { type WholeSeries } from '../answer.ts';
import { writeEmbedAddress } from './embed-address.ts';
import { renderPage, renderPicture } from './render.tsx';

const release = { id: 'crime@2025-03-15.ab', publishedAt: '2025-03-15' };

function cell(month: string, value: number | null): WholeSeries['observations'][number] {
  return {
    period: { id: `2025-${month}`, label: `month ${month}`, start: `2025-${month}-01`, end: `2025-${month}-28` },
    value,
    displayValue: value === null ? '[c]' : String(value),
    status: value === null ? 'CONFIDENTIAL' : 'PUBLISHED',
    flags: [],
    lower: null,
    upper: null,
    coverage: null,
    release,
  };
}

const observations = [cell('01', 12), cell('02', null), cell('03', 0)];

const series: WholeSeries = {
  indicator: {
    id: 'crime',
    name: 'Crime & <disorder>',
    unit: 'OFFENCES',
    decimals: 0,
    definition: 'What is recorded.',
    polarity: 'LOW_IS_GOOD',
  },
  area: { code: 'E09000012', name: 'Hackney' },
  site: null,
  relation: 'SAME',
  directlyMeasured: true,
  isSynthetic: false,
  dimensions: [{ dimension: 'offence-group', value: 'theft', label: 'Theft' }],
  periodType: 'MONTH',
  latest: observations[2] ?? null,
  observations,
  breaks: [{ at: '2025-03-01', note: 'Another system.', source: null }],
  trend: {
    direction: 'NO_SIGNIFICANT_CHANGE',
    judgement: 'NONE',
    method: 'None.',
    reason: null,
    firstPeriod: null,
    lastPeriod: null,
  },
  statement: 'Counts.',
  comparators: [],
  caveats: [{ severity: 'CAUTION', text: 'Not all is reported.' }],
  dataset: {
    id: 'crime-files',
    title: 'Crime files',
    publisher: 'The police',
    licence: 'OGL',
    attribution: 'Contains it.',
    designation: 'OFFICIAL_STATISTICS',
    landingPage: null,
    disclosurePolicy: { description: 'Small counts are withheld.' },
  },
};

describe('the picture of a series', () => {
  it('stands alone: it has its title, unit, period, source and release, and takes nothing from a page', () => {
    const picture = renderPicture({ series });
    const texts = [...picture.matchAll(/<text[^>]* y="[\d.]+" font-size[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(texts).toEqual([
      'Crime &amp; &lt;disorder&gt;: Theft, Hackney',
      'offences, January 2025 to March 2025',
      'Striped: 1 without a figure; the table says why of each.',
      '1: from 1 March 2025: Another system.',
      'Take care: Not all is reported.',
      'Source: The police, Crime files, published 15 March 2025 (official statistics). OGL. Release',
      'crime@2025-03-15.ab.',
    ]);
    expect(picture).not.toMatch(/var\(|currentColor|<style|<script|href/);
  });

  it('interrupts its line where a figure is withheld, and says so there', () => {
    const picture = renderPicture({ series });
    expect(picture).toContain('>[c]<');
    // The line begins anew after what is withheld: it is drawn from no point to another.
    expect([...picture.matchAll(/<path d="(M[^"]*)"[^>]*>/g)].some(([, path = '']) => /M.*M/.test(path))).toBe(true);
  });

  it('says where its figures are made up', () => {
    expect(renderPicture({ series: { ...series, isSynthetic: true } })).toContain('Made-up sample figures');
    expect(renderPicture({ series })).not.toContain('Made-up');
  });
});

describe('the page of a series', () => {
  const embedded = { series, top: '../../../../', release, live: '../offence-group=theft?last=3' };

  it('has the drawing, the figures as a table, and from where they are', () => {
    const { title, body } = renderPage(embedded);
    expect(title).toBe('Crime & <disorder>: Theft');
    expect(body).toContain('<td class="no-value">Withheld to protect people</td>');
    expect(body).toContain('As published on 15 March 2025');
    expect(body).toContain('href="../../../../borough/hackney"');
    expect(body.match(/<svg/g)).toHaveLength(2);
    expect(body).not.toMatch(/<script|<disorder>/);
  });
});

describe('the address of an embedded series', () => {
  it('names what is measured, where, of what, and as of which release', () => {
    expect(writeEmbedAddress(series, 'pinned', 'picture')).toBe(
      'embed/crime/E09000012/offence-group=theft/crime@2025-03-15.ab.svg?by=month&last=3',
    );
    expect(writeEmbedAddress({ ...series, dimensions: [] }, 'live', 'page')).toBe(
      'embed/crime/E09000012/total?by=month&last=3',
    );
  });

  it('is none where a site is measured', () => {
    expect(writeEmbedAddress({ ...series, area: null, site: { id: 'RQX', name: 'Homerton' } }, 'live', 'page')).toBe(
      null,
    );
  });
});
