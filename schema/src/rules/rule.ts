import type { DocumentNode } from 'graphql';
import type { SchemaElement } from '../elements.ts';

/**
 * Judges one element of a document.
 *
 * Returns the end of a sentence that begins with the element's coordinate ("has no description"), or undefined where
 * the element keeps the rule. Never throws.
 */
export type Rule = (element: SchemaElement, document: DocumentNode) => string | undefined;
