import { instantOf } from '@boroughgraph/kit/loading/embargo.ts';
import { z } from 'zod';
import { misuse, refuseOptions } from './command-usage.ts';

/** How files are loaded. */
export interface LoadSwitches {
  /** Read and report, store nothing. */
  readonly isDryRun: boolean;
  /** Publish the rows that could be read although others could not. */
  readonly acceptRejects: boolean;
  /** Load files again that were recalled. */
  readonly reinstateRecalled: boolean;
  /** Load files that change most of what they answer in the place of. */
  readonly confirmRevision: boolean;
  /** Where the reports are written as a page, too; null for nowhere. */
  readonly page: string | null;
}

/** One file as named on the command line, its parts not yet looked up. */
export interface FileToLoad {
  readonly agency: string;
  readonly dataset: string;
  readonly file: string;
  readonly publishedAt: string;
  readonly references: Readonly<Record<string, string>>;
  /** The instant before which nobody may see it, in ISO 8601 and UTC; null for none. */
  readonly embargoUntil: string | null;
  /** Whether it is meant to change most of what it answers in the place of. @default false */
  readonly confirmRevision?: boolean | undefined;
  /** Whether it is the whole of its periods, so that a place that it leaves out has no figure any more. @default false */
  readonly replacesWhole?: boolean | undefined;
}

/** What is to be loaded, and how. */
export type LoadCommand =
  | ({ readonly kind: 'load-manifest'; readonly manifest: string } & LoadSwitches)
  | ({ readonly kind: 'load-file' } & FileToLoad & LoadSwitches);

/** Of which dataset an empty file is to be made, and as which; null for standard output. */
export interface TemplateCommand {
  readonly kind: 'template';
  readonly dataset: string;
  readonly path: string | null;
}

/** The options that these commands take, as they were typed. */
interface Parsed {
  readonly values: {
    readonly 'published-at'?: string | undefined;
    readonly reference?: readonly string[] | undefined;
    readonly 'dry-run'?: boolean | undefined;
    readonly 'accept-rejects'?: boolean | undefined;
    readonly reinstate?: boolean | undefined;
    readonly 'confirm-revision'?: boolean | undefined;
    readonly html?: string | undefined;
    readonly template?: string | undefined;
    readonly whole?: boolean | undefined;
    readonly 'embargo-until'?: string | undefined;
    readonly reason?: string | undefined;
  };
  readonly positionals: readonly string[];
}

/** @throws {Problem} where it is neither a manifest nor a file with all that it needs. */
export function parseLoad({ values, positionals }: Parsed, rest: readonly string[]): LoadCommand {
  if (values.reason !== undefined) throw misuse('load takes no option --reason');
  const switches = {
    isDryRun: values['dry-run'] === true,
    acceptRejects: values['accept-rejects'] === true,
    reinstateRecalled: values.reinstate === true,
    confirmRevision: values['confirm-revision'] === true,
    page: values.html ?? null,
  };
  const [first, dataset, file] = rest;
  if (rest.length === 1 && first !== undefined) {
    const [given] = (['published-at', 'reference', 'embargo-until', 'whole'] as const).filter((name) => name in values);
    if (given !== undefined)
      throw misuse(
        `a manifest says itself when its files were published, what they refer to, what they replace and until when they are hidden: leave out --${given}`,
      );
    return { kind: 'load-manifest', manifest: first, ...switches };
  }
  if (rest.length !== 3 || first === undefined || dataset === undefined || file === undefined)
    throw misuse(
      `load takes a manifest, or an agency, a dataset and a file; it was given ${positionals.length - 1} names`,
    );
  const publishedAt = parsePublishedAt(values['published-at']);
  return {
    kind: 'load-file',
    agency: first,
    dataset,
    file,
    publishedAt,
    references: parseReferences(values.reference),
    embargoUntil: parseEmbargo(values['embargo-until']),
    replacesWhole: values.whole === true,
    ...switches,
  };
}

function parsePublishedAt(text: string | undefined): string {
  if (text === undefined)
    throw misuse('a single file needs --published-at YYYY-MM-DD, the day on which it was published');
  if (!z.iso.date().safeParse(text).success)
    throw misuse(`--published-at is "${text}", but must be a day such as 2025-12-15`);
  return text;
}

function parseEmbargo(text: string | undefined): string | null {
  if (text === undefined) return null;
  const instant = instantOf(text);
  if (instant.kind === 'instant') return instant.utc;
  throw misuse(`--embargo-until is "${text}": expected ${instant.expected}`);
}

function parseReferences(texts: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, file] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (name === undefined || file === undefined) throw misuse(`--reference is "${text}", but must be name=FILE`);
      return [name, file] as const;
    }),
  );
}

/** @throws {Problem} where more is named than a dataset and a file. */
export function parseTemplate(parsed: Parsed, [path, ...more]: readonly string[]): TemplateCommand {
  refuseOptions(parsed, 'load --template', ['template']);
  if (more.length > 0)
    throw misuse(`load --template takes a dataset and one file at most: leave out ${more.join(' ')}`);
  return { kind: 'template', dataset: parsed.values.template ?? '', path: path ?? null };
}
