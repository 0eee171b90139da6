import { hash } from 'node:crypto';

/** The SHA-256 of a text, in small hexadecimal letters, by which clients name operations. */
export function sha256Of(text: string): string {
  return hash('sha256', text, 'hex');
}
