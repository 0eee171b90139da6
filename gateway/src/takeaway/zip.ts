import { Zip, ZipDeflate } from 'fflate';

/** A file in a zip. */
export interface FileOfZip {
  readonly name: string;
  readonly pieces: AsyncIterable<string | Buffer>;
}

/** A zip of files, written as their pieces come: none of them is in memory whole. */
export async function* writeZip(files: Iterable<FileOfZip>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const take = () => written.splice(0);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  for (const { name, pieces } of files) {
    const file = new ZipDeflate(name);
    // The same tables are the same file whenever they are asked for. The first day that a zip can name.
    file.mtime = '1980-01-01T12:00:00';
    zip.add(file);
    for await (const piece of pieces) {
      file.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
      yield* take();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* take();
}
