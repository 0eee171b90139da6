import { type Comparison } from '../address.ts';
import { isWorkedOut } from '../compare/compare-question.ts';
import { type CompareView } from '../compare/compare-view.ts';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { type EmbedEdition, type EmbedForm, encodePart } from './embed-address.ts';

interface EmbeddedComparison {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
  readonly view: CompareView;
}

/** The address, below the top, at which the gateway shows a picture of a comparison for other pages to embed; null for a pinned one of what is worked out of several agencies' newest figures, or without a release. */
export function writeComparisonAddress(
  { compared: { all, indicator }, chosen, view }: EmbeddedComparison,
  edition: EmbedEdition,
  form: EmbedForm,
): string | null {
  const release = all.find(({ latest }) => latest?.release != null)?.latest?.release ?? null;
  const isPinnable = release?.id.startsWith(`${indicator.dataset.id}@`) === true && !isWorkedOut(chosen);
  if (edition === 'pinned' && !isPinnable) return null;
  const pairs = chosen.narrowing.map(({ dimension, value }) => `${dimension}=${value}`).join(';');
  const parts = ['compare', chosen.indicator, pairs || 'total', ...(edition === 'pinned' ? [release?.id ?? ''] : [])];
  return `embed/${parts.map(encodePart).join('/')}${form === 'picture' ? '.svg' : ''}?show=${view}`;
}
