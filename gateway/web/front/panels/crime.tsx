import { findBorough, writeSeriesAddress } from '../address.ts';
import { type BoroughFigures, type ComparedLine } from '../answer.ts';
import { NothingHeld } from '../section.tsx';
import { useSite } from '../site.tsx';
import { describeCell, writeDay } from '../words.ts';
import { SeriesPanel } from './series-panel.tsx';

/** Recorded crime by month, and its newest month by offence group. */
export function CrimePanels({ figures: { name, crime } }: { readonly figures: BoroughFigures }) {
  return (
    <>
      <SeriesPanel title="All recorded offences" series={crime?.recorded} borough={name} />
      <OffenceGroups groups={crime?.byOffenceGroup ?? []} />
    </>
  );
}

/** In the order of the graph, which is the publisher's; bars show the share of the largest, and mean no rank. */
function OffenceGroups({ groups }: { readonly groups: readonly ComparedLine[] }) {
  const shown = groups.filter(({ latest }) => latest !== null);
  const [first] = shown;
  return (
    <article className="panel" aria-labelledby="offence-groups">
      <h3 id="offence-groups">Offence groups</h3>
      {first?.latest == null ? (
        <NothingHeld>No figures by offence group are held.</NothingHeld>
      ) : (
        <>
          <GroupTable groups={shown} period={first.latest.period.label} />
          <p className="quiet">
            {shown.some(({ dimensions }) => dimensions.some(({ value }) => value.startsWith('fraud-reported'))) &&
              'Fraud reported to the National Fraud Intelligence Bureau is not part of all recorded offences. '}
            Source: {first.dataset.publisher}, {first.dataset.title}
            {first.latest.release !== null && `, published ${writeDay(first.latest.release.publishedAt)}`}.
          </p>
        </>
      )}
    </article>
  );
}

function GroupTable({ groups, period }: { readonly groups: readonly ComparedLine[]; readonly period: string }) {
  const largest = Math.max(0, ...groups.map(({ latest }) => latest?.value ?? 0));
  return (
    <table className="groups">
      <caption>Offences recorded, {period}, and the same month of the year before</caption>
      <thead>
        <tr>
          <th scope="col">Offence group</th>
          <th scope="col" className="figure">
            Offences
          </th>
          <td className="bar-column" />
          <th scope="col" className="figure">
            A year before
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <GroupRow key={nameGroup(group)} group={group} largest={largest} usual={period} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRow({
  group,
  largest,
  usual,
}: {
  readonly group: ComparedLine;
  readonly largest: number;
  readonly usual: string;
}) {
  const { top } = useSite();
  const { latest, comparators, area, dimensions } = group;
  const borough = findBorough(area?.code ?? '');
  const narrowing = dimensions.map(({ dimension, value }) => ({ dimension, value }));
  const before = comparators.find(({ kind }) => kind === 'PREVIOUS_YEAR')?.observation;
  const share = largest === 0 ? 0 : (latest?.value ?? 0) / largest;
  return (
    <tr>
      <th scope="row">
        {borough === undefined ? (
          nameGroup(group)
        ) : (
          <a href={top + writeSeriesAddress(borough, { indicator: group.indicator.id, narrowing })}>
            {nameGroup(group)}
          </a>
        )}
        {latest !== null && latest.period.label !== usual && <span className="quiet"> ({latest.period.label})</span>}
      </th>
      <td className="figure">{latest === null ? '' : describeCell(latest)}</td>
      <td className="bar-column" aria-hidden="true">
        <span className="bar" style={{ inlineSize: `${share * 100}%` }} />
      </td>
      <td className="figure">{before == null ? 'No figure' : describeCell(before)}</td>
    </tr>
  );
}

function nameGroup({ dimensions }: ComparedLine): string {
  return dimensions.map(({ label }) => label).join(', ');
}
