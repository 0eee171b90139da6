import { z } from 'zod';
import { catalogueTool } from './catalogue-tool.ts';
import { compareTool } from './compare-tool.ts';
import { seriesTool } from './series-tool.ts';
import { type AnyTool, defineTool } from './tool.ts';

const searchTool = defineTool({
  name: 'search',
  title: 'Find what is held',
  description:
    'Finds indicators, dataset, areas, courts and measures by everyday words, those first of which something is held. Gives the ids that the other tools take.',
  input: z.object({
    text: z.string().min(1).max(200).describe('A few words: knife crime, Hackney, children in care.'),
    first: z.int().min(1).max(10).default(5).describe('How many results.'),
  }),
  operation: `query ToolSearch($text: String!, $first: Int!) { search(text: $text, first: $first) {
    kind id name text agency isGuess isHeld isSynthetic note narrowing { dimension value label } } }`,
  variables: (input) => input,
  tell: (value) => ({ kind: 'answer', value }),
});

const frameworkTool = defineTool({
  name: 'framework',
  title: 'Read a framework of measures',
  description:
    'The measures of a framework such as the Police and Crime Plan, with the ids of what measures them. Without an id: which frameworks there are.',
  input: z.object({
    framework: z.string().min(1).max(200).describe('Id of the framework.').optional(),
    theme: z.string().max(200).optional().describe('Only measures of this theme, by its name.'),
  }),
  operation: `query ToolFramework($framework: ID!, $isOne: Boolean!, $theme: String) {
    frameworks @skip(if: $isOne) { id title validFrom validTo themes }
    framework(id: $framework) @include(if: $isOne) { id title validFrom validTo source themes
      measures(theme: $theme) { id kind wording theme due collection measuredBy { __typename ... on Indicator { id name } } } } }`,
  variables: ({ framework, theme }) => ({ framework: framework ?? '', isOne: framework !== undefined, theme }),
  tell: (value) => ({ kind: 'answer', value }),
});

/** Every tool, in the order in which they are told. */
export const tools: readonly AnyTool[] = [searchTool, seriesTool, compareTool, frameworkTool, catalogueTool];
