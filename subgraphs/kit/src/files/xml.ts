import { Parser } from 'saxen';

/** What is called for each part of an XML document, in its order. Names come without their prefixes: `x:row` is `row`. */
export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads an XML document; throws the parser's error where it is damaged. */
export function readXml(xml: string, { open, text, close }: XmlReader): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    const decoded = Object.entries(attributes()).map(([key, value]) => [withoutPrefix(key), decode(value)] as const);
    open?.(withoutPrefix(name), Object.fromEntries(decoded));
  });
  parser.on('text', (value, decode) => text?.(decode(value)));
  parser.on('cdata', (value) => text?.(value));
  parser.on('closeTag', (name) => close?.(withoutPrefix(name)));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);
