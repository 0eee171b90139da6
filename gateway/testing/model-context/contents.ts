/** A red pixel, as PNG in base64. */
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

/** A sound of no length, as WAV in base64. */
export const silence = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=';

/** A text as a part of an answer. */
export function textPart(text: string): { readonly type: 'text'; readonly text: string } {
  return { type: 'text', text };
}

/** The pixel as a part of an answer. */
export const imagePart = { type: 'image', data: pixel, mimeType: 'image/png' } as const;

/** A text with an address of its own as a part of an answer. */
export function resourcePart(uri: string, text: string, mimeType = 'text/plain') {
  return { type: 'resource', resource: { uri, mimeType, text } } as const;
}
