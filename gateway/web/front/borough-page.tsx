import { useEffect } from 'react';
import { type Months, slugOf, writeWardsAddress } from './address.ts';
import { type BoroughAnswer } from './answer.ts';
import { AskedContent } from './asked-content.tsx';
import { BoroughFiguresView } from './borough-figures.tsx';
import { writeBoroughQuestion } from './borough-query.ts';
import { type Borough } from './boroughs.ts';
import { loadSeriesChart } from './panels/use-series-chart.ts';
import { useSite } from './site.tsx';
import { useGraph } from './use-graph.ts';

/** The page of one borough, filled by one request. */
export function BoroughPage({ borough, months }: { readonly borough: Borough; readonly months: Months }) {
  const question = writeBoroughQuestion({ borough, months });
  const asked = useGraph<BoroughAnswer>(question);
  useEffect(() => {
    // It comes while the graph is asked, so that charts are there with their figures. Where it cannot, what shows them says so.
    loadSeriesChart().catch(() => undefined);
  }, []);
  return (
    <>
      <title>{`${borough.name} in figures`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject={borough.name}
        head={<BoroughHead borough={borough} />}
        nobodyKnows="The agency of the local authorities, which knows the boroughs, holds nothing of this one."
      >
        {({ borough: figures }, problems) =>
          figures === null ? null : (
            <BoroughFiguresView
              figures={figures}
              problems={problems}
              chosen={{ borough, months }}
              askAgain={asked.askAgain}
            />
          )
        }
      </AskedContent>
    </>
  );
}

function BoroughHead({ borough }: { readonly borough: Borough }) {
  const { top } = useSite();
  return (
    <div className="borough-head">
      <h1>{borough.name}</h1>
      <p className="quiet">
        {borough.part === 'INNER' ? 'Inner' : 'Outer'} London · code {borough.code}
      </p>
      <p className="quiet">
        <a href={`${top}framework/${slugOf(borough.name)}`}>Against the police and crime plan</a>
        {' · '}
        <a href={top + writeWardsAddress(borough)}>Its wards</a>
      </p>
    </div>
  );
}
