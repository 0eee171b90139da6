import type { ASTNode } from 'graphql';

/** Bytes that an object takes: its header, and a word for each property. */
const objectBytes = 32;
const propertyBytes = 8;
/** Bytes that a text takes besides its characters. */
const textBytes = 24;
/** Bytes of where a node stands in its text: the place itself, and the words of the text that it begins and ends with. */
const locationBytes = 200;

/**
 * About how many bytes of memory a value takes that is made of plain objects, lists, maps, sets, texts and numbers; what is in
 * it twice is counted twice. A node of a GraphQL document that knows where it stands counts with what that holds.
 *
 * Measured on Node 24 with the recorded operations and their plans: between 0.8 and 1.5 times what the heap grew by.
 * Takes about a microsecond for ten objects.
 */
export function measureBytes(value: unknown): number {
  if (typeof value === 'string') return textBytes + value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return objectBytes + sum(value);
  if (value instanceof Map) return objectBytes + sum([...value.keys()]) + sum([...value.values()]);
  if (value instanceof Set) return objectBytes + sum([...value]);
  let bytes = objectBytes;
  for (const [key, member] of Object.entries(value))
    bytes += propertyBytes + (key === 'loc' ? sizeOfLocation(member) : key === 'kind' ? 0 : measureBytes(member));
  return bytes;
}

function sum(members: readonly unknown[]): number {
  return members.reduce<number>((bytes, member) => bytes + propertyBytes + measureBytes(member), 0);
}

function sizeOfLocation(location: unknown): number {
  return location === undefined ? 0 : locationBytes;
}

/** A copy of a node that does not know where it stands in a text: it takes a third of the room, and holds no text. */
export function withoutLocations<Node extends ASTNode>(node: Node): Node {
  // Every property of a node is a value that can be written, or a node, or a list of those.
  return copyNode(node) as Node;
}

function copyNode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyNode);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) if (key !== 'loc') copy[key] = copyNode(member);
  return copy;
}
