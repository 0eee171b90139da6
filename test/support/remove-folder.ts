import { rm } from 'node:fs/promises';

/** Removes a folder with all that is in it, where there is one. A program that is just ending may write into it meanwhile, a few times over. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
