import { palette } from './palette.ts';

/** What is written around a drawing, so that it can stand alone. */
export interface PictureWords {
  readonly title: string;
  /** Unit and period. */
  readonly subtitle: string;
  /** What lines and marks mean, and what not to conclude. */
  readonly notes: readonly string[];
  /** Whose figures they are, and of which release. */
  readonly source: string;
  /** Whether figures in it are made up. */
  readonly isSynthetic: boolean;
}

/** How wide a picture is, in pixels: what a page of A4 takes at 96 dots to the inch, within its margins. */
const pictureWidth = 680;

const margin = 20;

/** How wide the drawing in a picture is, in pixels. */
export const drawingWidth: number = pictureWidth - 2 * margin;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  /** Pixels between it and what is before. */
  readonly before: number;
}

/**
 * A drawing as an SVG file that stands alone: on white, with its title, unit, period, what its marks mean, source and release, and
 * a word in red where figures are made up. It needs no style sheet: other programs read it.
 *
 * @param drawing - An SVG element as text, {@link drawingWidth} wide at most.
 */
export function writePicture(drawing: string, words: PictureWords): string {
  const head = layOut(headOf(words), margin);
  const drawn = Number(/^<svg[^>]* height="([\d.]+)"/.exec(drawing)?.[1] ?? 0);
  const foot = layOut(footOf(words), head.end + 8 + drawn);
  const height = Math.ceil(foot.end + margin);
  // The style within is for a page, where a drawing shrinks with its window.
  const inner = drawing.replace(/<style>.*?<\/style>/s, '').replace('<svg', `<svg x="${margin}" y="${head.end + 8}"`);
  const picture = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" viewBox="0 0 ${pictureWidth} ${height}" font-family="'Segoe UI', 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif" color="var(--text)" role="img" aria-label="${escape(`${words.title}, ${words.subtitle}`)}">`,
    `<rect width="100%" height="100%" fill="var(--panel)"/>`,
    ...head.texts,
    inner,
    ...foot.texts,
    '</svg>\n',
  ].join('\n');
  return resolveColours(picture);
}

function headOf({ title, subtitle, isSynthetic }: PictureWords): readonly Line[] {
  const warning = 'Made-up sample figures: nothing of this is real';
  return [
    ...(isSynthetic ? [{ text: warning, size: 15, colour: 'var(--unusual)', weight: 700, before: 4 }] : []),
    { text: title, size: 19, colour: 'var(--text)', weight: 700, before: 4 },
    { text: subtitle, size: 14, colour: 'var(--quiet)', before: 2 },
  ];
}

function footOf({ notes, source }: PictureWords): readonly Line[] {
  return [...notes, source].map((text) => ({ text, size: 12, colour: 'var(--quiet)', before: 4 }));
}

/** Lines below each other, broken where they are too long. */
function layOut(lines: readonly Line[], from: number): { readonly texts: readonly string[]; readonly end: number } {
  let y = from;
  const texts: string[] = [];
  for (const { text, size, colour, weight = 400, before } of lines) {
    y += before;
    for (const part of breakText(text, (pictureWidth - 2 * margin) / (size * letterWidth))) {
      y += size * 1.35;
      texts.push(
        `<text x="${margin}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escape(part)}</text>`,
      );
    }
  }
  return { texts, end: round(y) };
}

/** How wide a letter is on average, of its height, with some to spare: nothing is measured, so that a server draws the same. */
const letterWidth = 0.55;

function breakText(text: string, letters: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function resolveColours(svg: string): string {
  return svg
    .replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => palette[name] ?? 'currentColor')
    .replaceAll('currentColor', palette['text'] ?? 'black');
}

const round = (value: number): number => Math.round(value * 10) / 10;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
