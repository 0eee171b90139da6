import type { z } from 'zod';

/** What a tool answers: a value for the model to read, or why there is none. */
export type ToolAnswer =
  { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: 'refused'; readonly reason: string };

/** Where a tool is called. */
export interface ToolPlace {
  /** What addresses begin with. */
  readonly origin: string;
  /** The ids of the agencies of the graph. */
  readonly agencies: readonly string[];
}

/** A tool: one operation, and what becomes of its answer. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly operation: string;
  /** What the operation is asked with. */
  readonly variables: (input: z.infer<Input>) => Readonly<Record<string, unknown>>;
  /** What is told of the answer's data. */
  readonly tell: (data: unknown, of: { readonly input: z.infer<Input> } & ToolPlace) => ToolAnswer;
}

/** A tool whose input is whatever it is: those of a list have different ones. */
export interface AnyTool extends Pick<Tool, 'name' | 'title' | 'description' | 'input' | 'operation'> {
  /** Checks an input, and gives what the operation is asked with and what is told of its answer. */
  readonly ask: (input: unknown, place: ToolPlace) => AskedTool;
}

/** A tool with its input. */
export interface AskedTool {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly tell: (data: unknown) => ToolAnswer;
}

/** A tool as one among others. */
export function defineTool<Input extends z.ZodObject>(tool: Tool<Input>): AnyTool {
  const { name, title, description, input, operation } = tool;
  return {
    ...{ name, title, description, input, operation },
    ask: (given, place) => {
      const read = input.parse(given);
      return { variables: tool.variables(read), tell: (data) => tool.tell(data, { input: read, ...place }) };
    },
  };
}
