import {
  type DocumentNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  parse,
  validate,
} from 'graphql';

/** A linear congruential generator: the same each time. Source: Numerical Recipes, quick and dirty. */
export function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const maxDepth = 4;

/** Operations over a schema in every shape in which a field can be reached, each valid; the same for the same seed. */
export function* generateOperations(schema: GraphQLSchema, seed: number): Generator<DocumentNode> {
  const draw = draws(seed);
  for (;;) {
    const document = parse(new OperationText(schema, draw).write());
    if (validate(schema, document).length === 0) yield document;
  }
}

class OperationText {
  readonly #schema: GraphQLSchema;
  readonly #draw: (below: number) => number;
  readonly #fragments: string[] = [];

  constructor(schema: GraphQLSchema, draw: (below: number) => number) {
    this.#schema = schema;
    this.#draw = draw;
  }

  write(): string {
    const root = this.#schema.getQueryType();
    if (root == null) throw new Error('A schema has a Query');
    const body = this.#selectionSet(root, maxDepth);
    const all = [body, ...this.#fragments].join('\n');
    const used = ['yes', 'no'].filter((name) => all.includes(`$${name}`)).map((name) => `$${name}: Boolean!`);
    return `query ${used.length === 0 ? '' : `(${used.join(' ')})`} ${all}`;
  }

  #selectionSet(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.#draw(4) }, () => this.#selection(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const way = this.#draw(10);
    if (depth > 0 && (way === 0 || isUnionType(type) || (isAbstractType(type) && way < 3)))
      return `... on ${this.#kindOf(type)}${this.#condition()} ${this.#within(type, depth)}`;
    if (depth > 0 && way === 3) return this.#spread(type, depth);
    if (depth > 0 && way === 4) return `...${this.#condition()} ${this.#selectionSet(type, depth - 1)}`;
    return this.#field(type, depth);
  }

  #chosen: GraphQLCompositeType | null = null;

  /** Itself, one of its kinds, or something wider. */
  #kindOf(type: GraphQLCompositeType): string {
    const kinds = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const wider = kinds.flatMap((kind) => ('getInterfaces' in kind ? kind.getInterfaces() : []));
    const among = [type, ...kinds, ...wider];
    this.#chosen = among[this.#draw(among.length)] ?? type;
    return this.#chosen.name;
  }

  #within(type: GraphQLCompositeType, depth: number): string {
    return this.#selectionSet(this.#chosen ?? type, depth - 1);
  }

  #spread(type: GraphQLCompositeType, depth: number): string {
    const kind = this.#kindOf(type);
    const text = this.#within(type, depth);
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${kind} ${text}`);
    return `...${name}${this.#condition()}${this.#draw(3) === 0 ? ` ...${name}` : ''}`;
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const field = fields[this.#draw(fields.length + 1)];
    if (field === undefined) return '__typename';
    const given = getNamedType(field.type);
    if (isCompositeType(given) && depth === 0) return '__typename';
    const alias = this.#draw(4) === 0 ? `a${this.#draw(2)}_${field.name}: ` : '';
    const below = isCompositeType(given) ? this.#selectionSet(given, depth - 1) : '';
    return `${alias}${field.name}${this.#condition()} ${below}`;
  }

  #condition(): string {
    const directive = ['@include', '@skip'][this.#draw(20)];
    if (directive === undefined) return '';
    return ` ${directive}(if: ${['$yes', '$no', 'true', 'false'][this.#draw(4)] ?? 'true'})`;
  }
}
