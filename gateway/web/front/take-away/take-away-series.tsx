import { type WholeSeries } from '../answer.ts';
import { describeScope } from '../charts/series-words.ts';
import { CopyButton } from '../copy-button.tsx';
import { writeCsv } from '../csv.ts';
import { writeEmbedAddress } from '../embed/embed-address.ts';
import { figureId } from '../panels/figure-id.ts';
import { writeSeriesQuery } from '../series-query.ts';
import { namePlace } from '../words.ts';
import { CopyPicture } from './copy-picture.tsx';
import { EmbedCode } from './embed-code.tsx';
import { TakeAway } from './take-away.tsx';

/** The ways to take a series away: pictures, figures, its address, what asks for it, and what shows it elsewhere. */
export function TakeAwaySeries({ series, title }: { readonly series: WholeSeries; readonly title: string }) {
  const id = figureId(series);
  // What draws is loaded with the chart; whoever copies before that waits for it.
  const writePicture = async () => (await import('../charts/series-picture.ts')).drawSeriesPicture(series, title);
  return (
    <TakeAway subject={title}>
      <CopyPicture write={writePicture} name={id} />
      <CopyButton label="Copy as CSV" write={() => writeCsv(series)} />
      <CopyButton label="Copy link" write={() => `${location.href.split('#')[0] ?? ''}#${id}`} />
      <CopyButton label="Copy query" write={() => writeSeriesQuery(series)} />
      <EmbedCode
        title={`${title}, ${namePlace(series)}, ${describeScope(series)}`}
        addressOf={(edition, form) => writeEmbedAddress(series, edition, form)}
      />
    </TakeAway>
  );
}
