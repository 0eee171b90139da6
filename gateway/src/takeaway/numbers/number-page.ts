import { createHash } from 'node:crypto';
import type { CaveatSeverity } from '@boroughgraph/schema/vocabulary/core.ts';
import type { NoNumber } from './find-number.ts';
import type { NumberRecord } from './describe-number.ts';

// The colours and sizes of the front page, for the light and for the dark; long names break before they are cut off.
const style = [
  ':root{color-scheme:light dark}',
  "body{font:1rem/1.5 system-ui,'Liberation Sans',sans-serif;margin:0;overflow-wrap:anywhere;background:light-dark(#f4f6f8,#12171d);color:light-dark(#17202b,#e8edf3)}",
  'header{background:light-dark(#12355b,#0c2236);padding:.9rem 1rem}',
  'header a{color:#fff;font-weight:650;text-decoration:none}',
  'main{max-width:48rem;margin:0 auto;padding:1.5rem 1rem 4rem}',
  'h1{font-size:clamp(1.4rem,1.1rem + 1.5vw,1.9rem);line-height:1.25;margin:.5rem 0 1rem}',
  'h2{font-size:1.2rem;margin:2rem 0 .5rem}',
  'a{color:light-dark(#14508f,#8dc1ff)}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-bottom:1px solid light-dark(#d5dae1,#394452)}',
  'th{font-weight:600;width:30%;overflow-wrap:break-word}',
  'pre{white-space:pre-wrap;border:1px solid light-dark(#d5dae1,#394452);border-radius:4px;padding:.75rem;background:light-dark(#fff,#1b222b)}',
  '.synthetic{background:#ffd23f;color:#1a1a1a;padding:.6rem 1rem;border-radius:4px;font-weight:bold}',
].join('');

/** The way to the top of the site from the address of a number with its release. */
const top = '../../../../../../';

/** How a caveat begins, as on the front page. */
const beginnings: Readonly<Record<CaveatSeverity, string>> = {
  INFO: 'Good to know',
  CAUTION: 'Take care',
  DO_NOT_COMPARE: 'Do not compare',
};
const severityWords = new Map<string, string>(Object.entries(beginnings));

/** What a page of a number may do: nothing but be shown. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page of a number, for people: what it is, how far to trust it, where it is from and how to cite it. It runs nothing. */
export function writeNumberPage(record: NumberRecord): string {
  const { sentence, isSynthetic, facts, statement, caveats, provenance, citation, current, definition } = record;
  const table = (of: Readonly<Record<string, string | number | null>>) =>
    `<table>${Object.entries(of)
      .filter(([, value]) => value !== null)
      .map(
        ([name, value]) => `<tr><th scope="row">${escape(nameFact(name))}</th><td>${escape(String(value))}</td></tr>`,
      )
      .join('')}</table>`;
  return page({ title: sentence, head: `<header><a href="${top}">London boroughs in figures</a></header>` }, [
    ...(isSynthetic ? ['<p class="synthetic">SYNTHETIC: made up to try the graph with, not a real figure.</p>'] : []),
    `<h1>${escape(sentence)}</h1>`,
    ...(current === null
      ? []
      : [`<p>Revised since: <a href="${escape(current)}">the number that answers now</a>.</p>`]),
    '<h2>The number</h2>',
    table(facts),
    '<h2>What it is</h2>',
    `<p>${escape(definition)}</p>`,
    ...(caveats.length === 0
      ? []
      : [
          '<h2>What not to conclude</h2>',
          `<ul>${caveats.map((each) => `<li><strong>${escape(severityWords.get(each.severity) ?? each.severity)}:</strong> ${escape(each.text)}</li>`).join('')}</ul>`,
        ]),
    '<h2>The series, as it stood when the number was published</h2>',
    `<p>${escape(statement)}</p>`,
    '<h2>Where it is from</h2>',
    table(provenance),
    '<h2>Cite it</h2>',
    `<pre>${escape(citation.text)}</pre><pre>${escape(citation.bibtex)}</pre>`,
    formsOf(record),
  ]);
}

/** The page in the place of a number that is not there. */
export function writeNoNumberPage({ kind, reason, instead }: NoNumber): string {
  const title = kind === 'gone' ? 'This number is not shown any more' : 'There is no such number';
  // Addresses that name nothing are of any depth: there is no one way from them to the top.
  return page({ title, head: '' }, [
    `<h1>${title}</h1>`,
    `<p>${escape(reason)}.</p>`,
    instead === null
      ? '<p>Nothing stands in its place.</p>'
      : `<p>In its place stands <a href="${escape(instead)}">another number</a>.</p>`,
  ]);
}

function formsOf(record: NumberRecord): string {
  const { address } = record;
  const forms = ['json', 'csv', 'bib'].map((form) => `<a href="${escape(`${address}.${form}`)}">${form}</a>`);
  return `<p>As ${forms.join(', ')}.</p><p>${wrongOf(record)}</p>`;
}

/** Who made a number mends it: the way there has its address filled in. */
function wrongOf({ contact, provenance, report }: NumberRecord): string {
  const said = `This number looks wrong: tell ${contact ?? provenance['publisher'] ?? ''}`;
  return report === null ? escape(said) : `<a href="${escape(report)}">${escape(said)}</a>`;
}

/** A name of a column or field as words: `period_start` and `landingPage` become `Period start` and `Landing page`. */
function nameFact(name: string): string {
  const words = name.replaceAll('_', ' ').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Framing {
  readonly title: string;
  /** What stands above the page. */
  readonly head: string;
}

function page({ title, head }: Framing, parts: readonly string[]): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head><body>${head}<main>${parts.join('\n')}</main></body></html>\n`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
