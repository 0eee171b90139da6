import { type ReactNode } from 'react';
import { designationWords } from '../words.ts';
import { type WholeDataset } from './answer.ts';
import { accessWords } from './catalogue-words.ts';
import { Releases } from './releases.tsx';

interface Shown {
  readonly dataset: WholeDataset;
  /** Of which alone changes are told; null for all. */
  readonly indicator: string | null;
}

/** Whose a dataset is, for whom, what protects people in it, and its releases. */
export function DatasetDetails({ dataset, indicator }: Shown) {
  const { disclosurePolicy: policy } = dataset;
  return (
    <>
      <section className="panel" aria-labelledby="about-dataset">
        <h2 id="about-dataset">The dataset</h2>
        <p className="plainly">{dataset.description}</p>
        <dl className="facts">
          <Fact name="Publisher">
            {dataset.publisher}{' '}
            {dataset.landingPage !== null && (
              <a href={dataset.landingPage} rel="noreferrer">
                The publisher’s page
              </a>
            )}
          </Fact>
          <Fact name="Standing">{designationWords[dataset.designation]}</Fact>
          <Fact name="Published">{dataset.frequency}</Fact>
          <Fact name="Licence">
            {dataset.licence}. {dataset.attribution}
          </Fact>
          <Fact name="Who may see it">
            <span className={`badge badge-${dataset.accessTier.toLowerCase()}`}>{accessWords[dataset.accessTier]}</span>{' '}
            {dataset.access}
          </Fact>
          <Fact name="How people are protected">
            {policy.description} <span className="quiet">{describePolicy(policy)}</span>
          </Fact>
        </dl>
      </section>
      <Releases dataset={dataset} indicator={indicator} />
    </>
  );
}

function describePolicy({
  minimumCount,
  zerosShown,
  roundingBase,
  secondarySuppression,
}: WholeDataset['disclosurePolicy']): string {
  return [
    minimumCount > 1 ? `Counts below ${minimumCount} are withheld.` : '',
    roundingBase === null ? '' : `Counts are rounded to the nearest ${roundingBase}.`,
    zerosShown ? 'Nought is shown as nought.' : 'Nought is withheld as well.',
    secondarySuppression ? 'So is what they would follow from by subtraction.' : '',
  ].join(' ');
}

/** A name and what is to be said to it. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
