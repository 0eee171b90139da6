import query from '@boroughgraph/web/operations/wards-page.graphql?raw';
import { writeBoroughAddress } from '../address.ts';
import { type Caveat, type Dataset, type Observation } from '../answer.ts';
import { AskedContent } from '../asked-content.tsx';
import { type Borough } from '../boroughs.ts';
import { Notice } from '../notice.tsx';
import { useSite } from '../site.tsx';
import { useGraph } from '../use-graph.ts';
import { describeCell, severityWords } from '../words.ts';

/** The answer to `wards-page.graphql`. */
interface WardsAnswer {
  readonly borough: { readonly name: string; readonly wards: readonly Ward[] | null } | null;
}

interface Ward {
  readonly code: string;
  readonly name: string;
  readonly crime: {
    readonly recorded: {
      readonly latest:
        (Pick<Observation, 'displayValue' | 'status'> & { readonly period: { readonly label: string } }) | null;
      readonly caveats: readonly Caveat[];
      readonly dataset: Pick<Dataset, 'title' | 'publisher'>;
    } | null;
  } | null;
}

/** The wards of a borough by name, each with its newest recorded crime: nothing is ranked, and the page says why. */
export function WardsPage({ borough }: { readonly borough: Borough }) {
  const { top } = useSite();
  const question = { query, variables: { code: borough.code } };
  const asked = useGraph<WardsAnswer>(question);
  return (
    <>
      <title>{`Wards of ${borough.name}`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject={`the wards of ${borough.name}`}
        head={
          <div className="place-head">
            <h1>Wards of {borough.name}</h1>
            <p className="lead">
              By name, and by no rank. Wards have few residents and unlike ones: what is recorded in a ward with a
              station or a market is about those who pass through it, and chance moves small counts more than anything
              else.
            </p>
            <p>
              <a href={top + writeBoroughAddress(borough)}>All of {borough.name}</a>
            </p>
          </div>
        }
        nobodyKnows="The agency of the local authorities, which knows the boroughs, holds nothing of this one."
      >
        {({ borough: found }) => found && <WardTable name={found.name} wards={found.wards ?? []} />}
      </AskedContent>
    </>
  );
}

function WardTable({ name, wards }: { readonly name: string; readonly wards: readonly Ward[] }) {
  if (wards.length === 0) return <Notice kind="nothing">No wards of {name} are held for today.</Notice>;
  const series = wards.flatMap(({ crime }) => crime?.recorded ?? []);
  const [dataset] = series.map((each) => each.dataset);
  const caveats = new Map(series.flatMap((each) => each.caveats).map((each) => [each.text, each]));
  return (
    <article className="panel">
      <table className="places">
        <caption>Offences recorded in each ward, by name</caption>
        <thead>
          <tr>
            <th scope="col">Ward</th>
            <th scope="col" className="figure">
              Offences
            </th>
            <th scope="col">Month</th>
          </tr>
        </thead>
        <tbody>
          {wards
            .toSorted((one, other) => one.name.localeCompare(other.name))
            .map((ward) => (
              <WardLine key={ward.code} ward={ward} />
            ))}
        </tbody>
      </table>
      {[...caveats.values()].map(({ severity, text }) => (
        <p key={text} className={`caveat caveat-${severity.toLowerCase()}`}>
          <strong>{severityWords[severity]}:</strong> {text}
        </p>
      ))}
      {dataset !== undefined && (
        <p className="quiet">
          Source: {dataset.publisher}, {dataset.title}.
        </p>
      )}
    </article>
  );
}

function WardLine({ ward: { name, crime } }: { readonly ward: Ward }) {
  const latest = crime?.recorded?.latest ?? null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={latest?.status === 'PUBLISHED' ? 'figure' : 'no-value'}>
        {latest === null ? 'No figure' : describeCell(latest)}
      </td>
      <td>{latest?.period.label}</td>
    </tr>
  );
}
