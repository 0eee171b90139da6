/** Some whole rows of a delimited text. */
export interface TextBlock {
  readonly text: string;
  /** Lines of the text before it. */
  readonly linesBefore: number;
}

/** Bytes of a block at least, so that a large file is never a text as a whole. */
const blockBytes = 1024 * 1024;

const [lineFeed, carriageReturn, quotationMark] = [0x0a, 0x0d, 0x22];

/**
 * A text in blocks of whole rows. A line end between quotation marks ends no row, where cells are `quoted`. Lines end with a line feed,
 * a carriage return, or both. Never throws.
 */
export function* textBlocks(content: Uint8Array, isQuoted: boolean): Generator<TextBlock> {
  const decoder = new TextDecoder('utf-8');
  let [start, linesBefore] = [0, 0];
  while (start < content.length) {
    const { end, lines } = blockFrom(content, start, isQuoted);
    yield { text: decoder.decode(content.subarray(start, end)), linesBefore };
    linesBefore += lines;
    start = end;
  }
}

/** Where a block that begins at `start` ends, and its lines. */
function blockFrom(
  content: Uint8Array,
  start: number,
  isQuoted: boolean,
): { readonly end: number; readonly lines: number } {
  // Nothing comes after it whose line would be asked for.
  if (content.length - start <= blockBytes) return { end: content.length, lines: 0 };
  let [lines, isInside] = [0, false];
  for (let at = start; at < content.length; at += 1) {
    const byte = content[at];
    if (byte === quotationMark) isInside = isQuoted && !isInside;
    const endsLine = byte === lineFeed || (byte === carriageReturn && content[at + 1] !== lineFeed);
    if (!endsLine) continue;
    lines += 1;
    if (!isInside && at - start >= blockBytes) return { end: at + 1, lines };
  }
  return { end: content.length, lines };
}
