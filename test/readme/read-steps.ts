import { readFile } from 'node:fs/promises';

/** A command, and the answer that the page prints below it: JSON, or null where it prints none. */
export interface Step {
  readonly command: string;
  readonly answer: string | null;
}

/** The lines of a page's blocks marked `sh`; a block marked `json`, and no more, is the answer to the line before it. */
export async function readSteps(path: string): Promise<readonly Step[]> {
  const markdown = await readFile(path, 'utf8');
  const steps: Step[] = [];
  for (const [, kind, block = ''] of markdown.matchAll(/^```(sh|json)\n([^]*?)^```/gm)) {
    const last = steps.at(-1);
    if (kind === 'json' && last !== undefined) steps.splice(-1, 1, { ...last, answer: block });
    const lines = kind === 'sh' ? block.replaceAll('\\\n', ' ').split('\n') : [];
    const commands = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
    steps.push(...commands.map((command) => ({ command, answer: null })));
  }
  return steps;
}
