import { useState } from 'react';
import { type Comparison } from '../address.ts';
import { ChoiceBox } from '../choice-box.tsx';
import { writeCompareCsv } from '../compare/compare-csv.ts';
import { writeCompareQuestion } from '../compare/compare-question.ts';
import { type CompareView, viewsOf, viewWords } from '../compare/compare-view.ts';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { CopyButton } from '../copy-button.tsx';
import { writeComparisonAddress } from '../embed/comparison-address.ts';
import { CopyPicture } from './copy-picture.tsx';
import { EmbedCode } from './embed-code.tsx';
import { TakeAway } from './take-away.tsx';

interface Shown {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
  readonly title: string;
}

/** The ways to take a comparison away: each of its pictures, its figures, its address, what asks for it, and what shows it elsewhere. */
export function TakeAwayCompared({ compared, chosen, title }: Shown) {
  const views = viewsOf(compared);
  const [view = null, setView] = useState<CompareView | undefined>(views[0]);
  const writePicture = async () => {
    const { drawComparePicture } = await import('../charts/compare-picture.ts');
    const write = (drawn: Element) => new XMLSerializer().serializeToString(drawn);
    return drawComparePicture(compared, { title, view: view ?? 'multiples', write });
  };
  return (
    <TakeAway subject={title}>
      {views.length > 1 && (
        <ChoiceBox
          label="Which picture"
          name="view"
          chosen={view ?? ''}
          options={views.map((value) => ({ value, label: viewWords[value] }))}
          onChoose={(value) => {
            setView(views.find((each) => each === value));
          }}
        />
      )}
      {view !== null && <CopyPicture write={writePicture} name={`${chosen.indicator}-by-borough-${view}`} />}
      <CopyButton label="Copy as CSV" write={() => writeCompareCsv(compared, chosen)} />
      <CopyButton label="Copy link" write={() => location.href} />
      <CopyButton label="Copy query" write={() => writeCompareQuestion(chosen).query} />
      {view !== null && (
        <EmbedCode
          title={`${title}, London boroughs, ${viewWords[view].toLowerCase()}`}
          height={frameHeights[view]}
          addressOf={(edition, form) => writeComparisonAddress({ compared, chosen, view }, edition, form)}
        />
      )}
    </TakeAway>
  );
}

/** How high a frame is, in pixels, on a screen of middle width; it scrolls on a phone. */
const frameHeights: Readonly<Record<CompareView, number>> = { map: 980, chart: 820, multiples: 1_150 };
