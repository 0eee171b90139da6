import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where an import led: the URL of the file and what Node takes it for; null where its ending says so. */
export type Led = readonly [url: string, format: string | null];

/** An import: what stands in it, and the file that it stands in. */
export interface Import {
  readonly parent: string;
  readonly specifier: string;
  /** Whether it is a `require`, to which a package may offer another file. */
  readonly isRequire: boolean;
}

/** Where imports led before. */
export interface ImportMemory {
  /** Null where it is not known, or where the file is no longer there. */
  readonly find: (wanted: Import) => Led | null;
  /** Takes what Node has found. */
  readonly note: (wanted: Import, led: Led) => void;
  /** Writes what is known where something was noted since; whole or not at all. Never throws: it is lost then, and found anew. */
  readonly save: () => void;
}

type Known = Record<string, Record<string, Led>>;

/**
 * What `file` remembers of `installation`, a text for all by which imports are resolved; nothing where it remembers another one, or is not
 * there.
 */
export function openImportMemory(file: string, installation: string): ImportMemory {
  const known = readKnown(file, installation);
  const present = new Set<string>();
  let isNew = false;
  return {
    find: (wanted) => {
      const led = known[wanted.parent]?.[keyOf(wanted)];
      return led !== undefined && isPresent(led, present) ? led : null;
    },
    note: (wanted, led) => {
      (known[wanted.parent] ??= {})[keyOf(wanted)] = led;
      isNew = true;
    },
    save: () => {
      if (!isNew) return;
      isNew = false;
      try {
        // Several processes of one kind may end at once.
        const path = `${file}.${process.pid}`;
        writeFileSync(path, JSON.stringify({ installation, known }), { mode: 0o600 });
        renameSync(path, file);
      } catch {
        // The folder is gone, or full.
      }
    },
  };
}

const keyOf = ({ specifier, isRequire }: Import) => (isRequire ? `require ${specifier}` : specifier);

function isPresent([url]: Led, present: Set<string>): boolean {
  if (present.has(url)) return true;
  if (!existsSync(fileURLToPath(url))) return false;
  present.add(url);
  return true;
}

function readKnown(file: string, installation: string): Known {
  try {
    // Nobody but save() writes it, beside code that Node runs unseen.
    const read = JSON.parse(readFileSync(file, 'utf8')) as { readonly installation: string; readonly known: Known };
    return read.installation === installation ? read.known : {};
  } catch {
    return {};
  }
}
