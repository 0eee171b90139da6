import { agencyNames, isAgencyName } from '../wire/agency-names.ts';

/** What a new agency is to be called, and what it measures first. */
export interface NewAgency {
  /** Its folder: `fire-and-rescue`. */
  readonly name: string;
  /** Its name for people: `Fire and rescue`. */
  readonly title: string;
  /** The id of its first dataset, and of the indicator in it: `fires-attended`. */
  readonly dataset: string;
  readonly port: number;
}

/** A new agency cannot be made as it was asked for: a sentence for whoever asked. */
export class NewAgencyError extends Error {
  override readonly name = 'NewAgencyError';
}

const datasetId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * The agency of this name; what nobody has said of it follows from the name.
 *
 * @throws {NewAgencyError} when the name or the id of the dataset cannot be one, or the title is no line of text.
 */
export function describeNewAgency(
  name: string,
  { title = titleOf(name), dataset = `${name}-example` }: { readonly title?: string; readonly dataset?: string },
  port: number,
): NewAgency {
  if (!isAgencyName(name))
    throw new NewAgencyError(`An agency cannot be called "${name}": expected kebab-case, such as criminal-justice`);
  if (!datasetId.test(dataset) || dataset.length > 60)
    throw new NewAgencyError(`A dataset cannot be called "${dataset}": expected kebab-case, such as fires-attended`);
  // It stands in texts of code, of the schema and of JSON.
  if (!/^\p{Lu}[\p{L}\p{N} ,&-]{0,59}$/u.test(title))
    throw new NewAgencyError(
      `An agency cannot have the title "${title}": expected up to 60 letters and spaces, such as "Criminal justice"`,
    );
  return { name, title, dataset, port };
}

/** The words that stand in a template as «word», and what each is for an agency. Never throws. */
export function agencyWords({ name, title, dataset, port }: NewAgency): ReadonlyMap<string, string> {
  const { rootField, variablePrefix } = agencyNames(name);
  return new Map([
    ['name', name],
    ['title', title],
    ['title in a sentence', inSentence(title)],
    ['Type', typePrefix(name)],
    ['field', rootField],
    ['VARIABLE', variablePrefix],
    ['port', String(port)],
    ['dataset', dataset],
    ['measure title', titleOf(dataset)],
    ['measure title in a sentence', inSentence(titleOf(dataset))],
    ['measure field', dataset.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())],
  ]);
}

/** How the names of an agency's own types begin: `FireAndRescue`. Never throws. */
export function typePrefix(name: string): string {
  const { rootField } = agencyNames(name);
  return `${rootField.charAt(0).toUpperCase()}${rootField.slice(1)}`;
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** `NHS England` stays, `Fire and rescue` does not. */
function inSentence(title: string): string {
  return /^\p{Lu}{2}/u.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
