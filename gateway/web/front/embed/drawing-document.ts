/*
 * As much of a document as drawing takes, where there is no browser: elements, their attributes and styles, and texts. What is drawn
 * on a server is drawn by the same code as on a page, and written as text.
 */

/** An element or a text. */
type Drawn = DrawnElement | DrawnText;

class DrawnText {
  parentNode: DrawnElement | null = null;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get textContent(): string {
    return this.#text;
  }

  write(): string {
    return escape(this.#text);
  }
}

class DrawnElement {
  parentNode: DrawnElement | null = null;
  readonly childNodes: Drawn[] = [];
  readonly #attributes = new Map<string, string>();
  readonly #styles = new Map<string, string>();
  readonly style = {
    setProperty: (name: string, value: string) => void this.#styles.set(name, value),
    removeProperty: (name: string) => void this.#styles.delete(name),
  };

  readonly ownerDocument: DrawingDocument;
  readonly namespaceURI: string;
  readonly tagName: string;

  constructor(ownerDocument: DrawingDocument, namespaceURI: string, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.namespaceURI = namespaceURI;
    this.tagName = tagName;
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  get firstChild(): Drawn | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): Drawn | null {
    return this.childNodes.at(-1) ?? null;
  }

  get textContent(): string {
    return this.childNodes.map((each) => each.textContent).join('');
  }

  set textContent(text: string) {
    this.childNodes.length = 0;
    if (text !== '') this.appendChild(this.ownerDocument.createTextNode(text));
  }

  append(...nodes: readonly (Drawn | string)[]): void {
    for (const node of nodes)
      this.appendChild(typeof node === 'string' ? this.ownerDocument.createTextNode(node) : node);
  }

  appendChild<Node extends Drawn>(node: Node): Node {
    return this.insertBefore(node, null);
  }

  insertBefore<Node extends Drawn>(node: Node, next: Drawn | null): Node {
    node.parentNode?.removeChild(node);
    const index = next === null ? -1 : this.childNodes.indexOf(next);
    this.childNodes.splice(index === -1 ? this.childNodes.length : index, 0, node);
    node.parentNode = this;
    return node;
  }

  removeChild<Node extends Drawn>(node: Node): Node {
    const index = this.childNodes.indexOf(node);
    if (index !== -1) this.childNodes.splice(index, 1);
    node.parentNode = null;
    return node;
  }

  /** Nobody does anything to what is drawn here. */
  addEventListener(): void {
    // Nothing is listened for.
  }

  /** The element as SVG. */
  write(): string {
    const style = [...this.#styles].map(([name, value]) => `${name}: ${value}`).join('; ');
    const attributes = [...this.#attributes, ...(style === '' ? [] : [['style', style] as const])];
    const written = attributes.map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
    return `<${this.tagName}${written}>${this.childNodes.map((each) => each.write()).join('')}</${this.tagName}>`;
  }
}

/** A document in which something can be drawn. */
export class DrawingDocument {
  readonly documentElement: DrawnElement = new DrawnElement(this, 'http://www.w3.org/1999/xhtml', 'html');
  /** There is no window. */
  readonly defaultView = null;

  createElement(name: string): DrawnElement {
    return new DrawnElement(this, 'http://www.w3.org/1999/xhtml', name);
  }

  createElementNS(namespace: string, name: string): DrawnElement {
    return new DrawnElement(this, namespace, name);
  }

  createTextNode(text: string): DrawnText {
    return new DrawnText(text);
  }
}

/** What was drawn in a {@link DrawingDocument}, as SVG. @throws {TypeError} for what was drawn elsewhere. */
export function writeDrawn(drawn: unknown): string {
  if (drawn instanceof DrawnElement) return drawn.write();
  throw new TypeError('Only what was drawn in a DrawingDocument can be written');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
