const [roundOpen, roundClose] = [0x28, 0x29];
const [squareOpen, squareClose] = [0x5b, 0x5d];
const [curlyOpen, curlyClose] = [0x7b, 0x7d];
const [quote, hashSign] = [0x22, 0x23];

/**
 * How many brackets of any kind are open at once, at most, in the text of a GraphQL document. Those in strings and comments do
 * not count. Looks at each character once, and never throws, whatever the text is: a parser that goes down with every bracket
 * overruns its stack long before a document is large.
 */
export function findNesting(text: string): number {
  return deepest(text, skipInGraphQL);
}

/** The same for the text of JSON. Never throws. */
export function findJsonNesting(text: string): number {
  return deepest(text, (all, at) => (all.charCodeAt(at) === quote ? endOfString(all, at + 1) : at));
}

/** Where the string or comment that begins at a place ends; the place itself where none begins. */
type Skip = (text: string, at: number) => number;

function deepest(text: string, skip: Skip): number {
  let open = 0;
  let most = 0;
  for (let at = 0; at < text.length; at += 1) {
    at = skip(text, at);
    // By their numbers: each request goes through here.
    switch (text.charCodeAt(at)) {
      case roundOpen:
      case squareOpen:
      case curlyOpen:
        most = Math.max(most, (open += 1));
        break;
      case roundClose:
      case squareClose:
      case curlyClose:
        open -= 1;
        break;
    }
  }
  return most;
}

function skipInGraphQL(text: string, at: number): number {
  const character = text.charCodeAt(at);
  if (character === hashSign) return endOfLine(text, at);
  if (character !== quote) return at;
  return text.startsWith('"""', at) ? endOfBlock(text, at + 3) : endOfString(text, at + 1);
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** A string ends at its quote; one that has none ends with its line, where a parser stops. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1)
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"' || text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function endOfBlock(text: string, from: number): number {
  let end = text.indexOf('"""', from);
  while (end > 0 && text[end - 1] === '\\') end = text.indexOf('"""', end + 3);
  return end === -1 ? text.length : end + 2;
}
