/** A form's schema as far as the host reads it. */
export interface Component {
  type: string;
  id?: string;
  key?: string;
  path?: string;
  label?: string;
  text?: string;
  components?: Component[];
}

export type Values = Record<string, unknown>;

/**
 * The top-level names under which the form keeps what is typed: keys of fields, paths of groups.
 * What the form computes is no reason to save a draft.
 */
export function dataKeys(schema: Component): Set<string> {
  const keys = new Set<string>();
  collect(schema.components ?? [], keys);
  return keys;
}

function collect(components: Component[], keys: Set<string>): void {
  for (const component of components) {
    const name = component.key ?? component.path;
    if (component.type === 'expression') {
      continue;
    }
    if (name) {
      keys.add(name.split('.')[0] ?? name);
    } else {
      // A group without a path keeps its fields beside itself.
      collect(component.components ?? [], keys);
    }
  }
}

/** What of the data belongs to the form: the context that the server added is left out. */
export function ownValues(schema: Component, data: Values): Values {
  const keys = dataKeys(schema);
  return Object.fromEntries(Object.entries(data).filter(([key]) => keys.has(key)));
}

/** A variable as the engine's REST interface takes it. */
export interface EngineVariable {
  value: unknown;
  type?: string;
}

/** Lists and rows travel as JSON, everything else as it is. */
export function engineVariables(values: Values): Record<string, EngineVariable> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      isStructured(value) ? { value: JSON.stringify(value), type: 'Json' } : { value },
    ]),
  );
}

export function isStructured(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The field that a refusal names: `goals[1].target` or `goals.1.target`, of the second goal. */
export interface FieldPlace {
  component: Component;
  /** The rows, from the outermost list inwards. */
  rows: number[];
}

export function findField(schema: Component, key: string): FieldPlace | undefined {
  const rows: number[] = [];
  const path = key
    .replace(/\.(\d+)(?=\.|$)/g, '[$1]')
    .split('.')
    .map((part) =>
      part.replace(/\[(\d+)\]/g, (_, row: string) => {
        rows.push(Number(row));
        return '';
      }),
    )
    .join('.');
  const component = find(schema.components ?? [], path);
  return component ? { component, rows } : undefined;
}

function find(components: Component[], path: string): Component | undefined {
  for (const component of components) {
    const name = component.key ?? component.path ?? '';
    if (name === path && component.type !== 'group') {
      return component;
    }
    const rest = name === '' ? path : path.startsWith(`${name}.`) ? path.slice(name.length + 1) : '';
    const inner = rest === '' ? undefined : find(component.components ?? [], rest);
    if (inner) {
      return inner;
    }
  }
  return undefined;
}
