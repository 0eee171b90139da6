/** What answers for a data system or a measure: an indicator, or the part of it that is meant, or a dataset that has no indicators. */
export interface Tie {
  /** The agency by its name, the id, and in brackets what of it is meant: `policing/recorded-crime[offence-group=robbery]`. */
  readonly name: string;
  readonly agency: string;
  readonly id: string;
  /** Empty where all of it is meant. */
  readonly narrowing: Readonly<Record<string, string>>;
}

/** One data system of the reviewed list. */
export interface SystemEntry {
  /** Its number in the inventory of the documents; null for what is named once. */
  readonly number: number | null;
  readonly name: string;
  /** Places in the documents: `001:1432-1433; 000:59`. */
  readonly cited: string;
  /** In the order in which the list has them. */
  readonly ties: readonly Tie[];
  /** Why there is no more, in whole clauses: `Never held: recordings.` and `No number: a document.` */
  readonly reasons: readonly string[];
}

const linePattern = /^- (?:\*\*(\d+)\*\* )?(.*?) \((\d{3}:[^)]*)\)\. (.*)$/;
const tiePattern = /`(([a-z-]+)\/([a-z0-9-]+)(?:\[([^\]]*)\])?)`/g;
const clauseBreak = /(?<=\.) (?=(?:Held|Awaited|Restricted|Never held|No number)\b)/;

/**
 * The data system that a line of the list is about; null for a line about something else. Ties are all that it names, behind whichever
 * word they stand: which word is right, the graph says. Never throws.
 */
export function readEntry(line: string): SystemEntry | null {
  const [, number, name = '', cited = '', answer = ''] = linePattern.exec(line) ?? [];
  if (answer === '') return null;
  const clauses = clausesOf(answer);
  const isReason = (clause: string) => /^(?:Never held|No number): /.test(clause);
  return {
    number: number === undefined ? null : Number(number),
    name,
    cited,
    ties: clauses.filter((clause) => !isReason(clause)).flatMap(tiesIn),
    reasons: clauses.filter(isReason),
  };
}

/** The clauses of an answer: what is held, awaited, restricted, never held, and why there is no number. Never throws. */
export function clausesOf(answer: string): readonly string[] {
  return answer.split(clauseBreak);
}

/** What a text ties something to, in its order. Never throws. */
export function tiesIn(text: string): readonly Tie[] {
  return [...text.matchAll(tiePattern)].map(([, name = '', agency = '', id = '', narrowed = '']) => ({
    name,
    agency,
    id,
    narrowing: Object.fromEntries(
      narrowed
        .split(';')
        .filter((part) => part !== '')
        .map((part) => part.split('=') as [string, string]),
    ),
  }));
}

/** Everything that a document lists, in its order. Never throws. */
export function readEntries(document: string): readonly SystemEntry[] {
  return document.split('\n').flatMap((line) => readEntry(line) ?? []);
}
