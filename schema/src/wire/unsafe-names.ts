/**
 * Names that JavaScript objects have already. No field of the schema is called so; code that copies answers key by key
 * could be led by them to write into objects that everything shares (CVE-2026-32621 was that).
 */
export const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
