import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readAgencies } from './agencies.ts';
import { AgencyDescriptionError, readAgency } from './agency.ts';

const described = { title: 'Fire and rescue', description: 'Fires, and who put them out.', contact: null, port: 4100 };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A project with these agencies, by folder; a string stands for the whole text of the description. */
function projectOf(agencies: Readonly<Record<string, unknown>>): URL {
  const root = mkdtempSync(`${tmpdir()}/agencies `);
  folders.push(root);
  for (const [name, description] of Object.entries(agencies)) {
    mkdirSync(`${root}/subgraphs/${name}`, { recursive: true });
    const text = typeof description === 'string' ? description : JSON.stringify(description);
    writeFileSync(`${root}/subgraphs/${name}/agency.json`, text);
  }
  return pathToFileURL(`${root}/`);
}

const read = (description: unknown, name = 'fire-and-rescue') =>
  readAgency(new URL(`subgraphs/${name}/`, projectOf({ [name]: description })));

describe('readAgency', () => {
  it('knows what the description says, and the names that follow from the folder', () => {
    expect(read(described)).toMatchObject({ ...described, name: 'fire-and-rescue', models: {} });
    expect(read(described)).toMatchObject({ databaseSchema: 'fire_and_rescue', variablePrefix: 'FIRE_AND_RESCUE' });
  });

  it.each([
    [{ ...described, port: 80 }, 'port: expected a whole number from 1024 to 65535'],
    [{ ...described, port: '4100' }, 'port: expected a whole number from 1024 to 65535'],
    [{ ...described, title: ' ' }, 'title: expected a name for people'],
    [{ ...described, contact: undefined }, 'contact: expected where to ask about its numbers, or null'],
    [{ ...described, models: { Fire: 7 } }, 'models.Fire: expected a TypeScript type'],
    [{ ...described, colour: 'red' }, 'colour is no field of it; expected title, description, contact, port, models'],
    ['{ "title": ', 'agency.json cannot be read as JSON'],
    ['[]', 'the whole: expected an object with title, description, contact, port, models'],
  ])('refuses %j, saying the file, the field and what would do', (description, sentence) => {
    expect(() => read(description)).toThrow(AgencyDescriptionError);
    expect(() => read(description)).toThrow('subgraphs/fire-and-rescue/agency.json');
    expect(() => read(description)).toThrow(sentence);
  });

  it('names every field that is wrong', () => {
    expect(() => read({ contact: null, port: 1 })).toThrow(/title: .*\n.*description: .*\n.*port: /);
  });

  it('refuses a folder whose name no schema, role and variable can be made of', () => {
    expect(() => read(described, 'Fire_Brigade')).toThrow('an agency cannot be called "Fire_Brigade"');
  });

  it('refuses a folder without a description', () => {
    expect(() => readAgency(new URL('subgraphs/police/', projectOf({})))).toThrow('cannot be read as JSON: ENOENT');
  });
});

describe('readAgencies', () => {
  it('finds every folder with a description, in the order of their ports', () => {
    const root = projectOf({ water: { ...described, port: 4101 }, fire: described });
    mkdirSync(new URL('subgraphs/kit/', root));
    expect(readAgencies(root).map(({ name }) => name)).toEqual(['fire', 'water']);
  });

  it('refuses two agencies on one port', () => {
    expect(() => readAgencies(projectOf({ water: described, fire: described }))).toThrow(
      'subgraphs/water/agency.json: port: expected a free one, but 4100 is that of fire',
    );
  });

  it('reads the descriptions of the project', () => {
    expect(readAgencies().length).toBeGreaterThan(1);
  });
});
