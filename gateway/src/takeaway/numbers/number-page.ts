import { createHash } from 'node:crypto';
import type { NoNumber } from './find-number.ts';
import type { NumberRecord } from './describe-number.ts';

const style =
  'body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}th{text-align:left;padding-right:1rem;vertical-align:top}pre{white-space:pre-wrap;border:1px solid;padding:.5rem}.synthetic{background:#ffdd00;color:#000;padding:.5rem;font-weight:bold}';

/** What a page of a number may do: nothing but be shown. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page of a number, for people: what it is, how far to trust it, where it is from and how to cite it. It runs nothing. */
export function writeNumberPage(record: NumberRecord): string {
  const { sentence, isSynthetic, facts, statement, caveats, provenance, citation, current, definition } = record;
  const table = (of: Readonly<Record<string, string | number | null>>) =>
    `<table>${Object.entries(of)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<tr><th scope="row">${escape(name)}</th><td>${escape(String(value))}</td></tr>`)
      .join('')}</table>`;
  return page(sentence, [
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
          `<ul>${caveats.map((each) => `<li>${escape(`${each.severity}: ${each.text}`)}</li>`).join('')}</ul>`,
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
  return page(title, [
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

function page(title: string, parts: readonly string[]): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${style}</style></head><body>${parts.join('\n')}</body></html>\n`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
