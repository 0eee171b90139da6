/** Texts of which what is made of them is remembered: a file has some hundred different labels in a column, again and again. */
const mostTexts = 4_096;

const [encoder, decoder] = [new TextEncoder(), new TextDecoder('utf-8', { ignoreBOM: true })];

/**
 * As `make`, but for texts that came up lately without making it anew: what it makes must hang on the text alone, and nobody may
 * change it. Throws what `make` throws.
 */
export function remembering<Made extends string | object>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    // A cell of a file is a part of its text, and would keep all of that.
    const own = decoder.decode(encoder.encode(text));
    const made = make(own);
    if (known.size >= mostTexts) known.clear();
    known.set(own, made);
    return made;
  };
}
