/** How the text of every drawing looks; colours come from the style sheet. */
export const chartStyle = {
  fontSize: '0.8125rem',
  background: 'transparent',
  color: 'inherit',
  fontFamily: 'inherit',
  overflow: 'visible',
};

/** How many ticks an axis has room for. */
export function countTicks(width: number): number {
  return Math.max(3, Math.floor(width / 120));
}

/** On what a chart is drawn. */
export interface Sheet {
  /** In pixels. */
  readonly width: number;
  /** In which it is drawn. @default the page */
  readonly document?: Document;
}
