/** Where and how a text stands in a drawing. */
export interface TextPlace {
  readonly x: number;
  /** Of its base line. */
  readonly y: number;
  /** In pixels. */
  readonly size: number;
  /** @default 400 */
  readonly weight?: number;
  /** @default start */
  readonly anchor?: 'start' | 'middle';
  /** @default that of text */
  readonly colour?: string;
}

/** A text in SVG. */
export function writeText(text: string, place: TextPlace): string {
  const { x, y, size, weight = 400, anchor = 'start', colour = 'var(--text)' } = place;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${escape(text)}</text>`;
}

/** A name in lines of so many letters at most, but for a word that is longer. */
export function breakName(name: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
