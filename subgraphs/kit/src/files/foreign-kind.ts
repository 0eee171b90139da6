import { strFromU8 } from 'fflate';

/** What a file is that is no text: a workbook that can be read, or something that cannot, in words that say what to do. */
export type ForeignKind =
  | { readonly kind: 'workbook'; readonly form: 'xlsx' | 'ods' }
  | { readonly kind: 'utf-16'; readonly encoding: 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'unreadable'; readonly what: string };

const saveAsText = 'open it and choose File > Save As > CSV UTF-8 (Comma delimited)';

const unreadable = (what: string): ForeignKind => ({ kind: 'unreadable', what });

/** What a file is that is not UTF-8 text, as far as its bytes tell; null where they tell nothing. Never throws. */
export function foreignKindOf(bytes: Uint8Array): ForeignKind | null {
  const start = strFromU8(bytes.subarray(0, 256), true);
  if (start.startsWith('ÿþ\0\0')) return unreadable('UTF-32 text: save it as UTF-8');
  if (start.startsWith('ÿþ')) return { kind: 'utf-16', encoding: 'utf-16le' };
  if (start.startsWith('þÿ')) return { kind: 'utf-16', encoding: 'utf-16be' };
  if (start.startsWith('PK')) return zippedKind(bytes);
  if (start.startsWith('ÐÏ')) return unreadable(`an old Excel workbook (.xls), or one with a password: ${saveAsText}`);
  if (start.startsWith('%PDF')) return unreadable('a PDF document: take the table that was published beside it');
  if (start.startsWith('\u001f\u008b')) return unreadable('compressed (gzip): unpack it first');
  if (start.startsWith('PAR1')) return unreadable('a Parquet file: take the CSV');
  if (/^(ï»¿)?\s*<(!doctype|html|head|body|table|div)\b/i.test(start))
    return unreadable('a web page, not the file that it links to: fetch the file itself');
  if (start.startsWith('{\\rtf'))
    return unreadable('a document with formatting (RTF): take the table that was published beside it');
  if (start.startsWith('version https://git-lfs.'))
    return unreadable('a pointer to a file that Git keeps elsewhere (LFS): fetch the file itself');
  if (/^(ï»¿)?\s*<\?xml/i.test(start)) return unreadable('XML: take the CSV');
  return bytes.includes(0)
    ? unreadable('not text: it has null bytes, as UTF-16 without a mark or a cut download has')
    : null;
}

/** A zip archive by the names of its parts, which stand in it uncompressed. */
function zippedKind(bytes: Uint8Array): ForeignKind {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes('xl/workbook.xml')) return { kind: 'workbook', form: 'xlsx' };
  if (names.includes('opendocument.spreadsheet')) return { kind: 'workbook', form: 'ods' };
  if (names.includes('xl/workbook.bin')) return unreadable(`a binary Excel workbook (.xlsb): ${saveAsText}`);
  if (names.includes('word/document.xml'))
    return unreadable('a Word document: take the table that was published beside it');
  if (names.includes('Index/Document.iwa')) return unreadable('a Numbers document: choose File > Export To > CSV');
  return unreadable('a zip archive: unpack it first');
}
