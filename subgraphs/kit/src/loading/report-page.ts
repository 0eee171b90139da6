import { changesHeadings, changesRemarks, changesRows } from './comparison/changes-rows.ts';
import { formatReport, type LoadReport, type ReportedChanges } from './report.ts';

/** Reports as one page of HTML that needs nothing beside it: for each file what became of it, and what it changes as a table. Never throws. */
export function reportPage(reports: readonly LoadReport[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>What was loaded, and what it changes</title>
<style>${style}</style>
</head>
<body>
<h1>What was loaded, and what it changes</h1>
${reports.map(section).join('\n')}
</body>
</html>
`;
}

const style = `body { font: 16px/1.5 sans-serif; margin: 2em; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.2em 0.6em; text-align: right; }
th:first-child, td:first-child { text-align: left; }
pre { white-space: pre-wrap; }`;

function section(report: LoadReport): string {
  const { dataset, file, publishedAt, outcome, changes } = report;
  const lines = formatReport({ ...report, changes: null })
    .split('\n')
    .slice(1);
  return `<section>
<h2>${escaped(`${dataset}: ${file}, published on ${publishedAt}`)}</h2>
<p>${escaped(outcome)}</p>
<pre>${escaped(lines.map((line) => line.trim()).join('\n'))}</pre>
${changes === null || changes.by.length === 0 ? '' : tableOf(changes)}
</section>`;
}

function tableOf({ by, mayNameFigures }: ReportedChanges): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const remarks = changesRemarks(by, mayNameFigures).map((remark) => `<li>${escaped(remark)}</li>`);
  return `<table>
<thead>${row(changesHeadings, 'th')}</thead>
<tbody>
${changesRows(by)
  .map((cells) => row(cells, 'td'))
  .join('\n')}
</tbody>
</table>
${remarks.length === 0 ? '' : `<ul>${remarks.join('')}</ul>`}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Names of files and labels are other people's text. */
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
