import type { Component } from './values';

/** What puts values into templates, as form-js has it. */
export type Templating = new () => {
  evaluate(template: string, context?: object, options?: object): unknown;
};

/**
 * What somebody typed, so that it reads as it was typed where a form's text is read as Markdown: no heading or link is
 * made of it, and "<5 tahun" or "1." are not swallowed.
 */
export function asTyped(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\n[ \t]+/g, '\n')
    : value;
}

/** The texts of a form that show values, which are the only ones of it that are read as Markdown. */
export function texts(schema: Component): Set<string> {
  const own = schema.type === 'text' && typeof schema.text === 'string' ? [schema.text] : [];
  return new Set([...own, ...(schema.components ?? []).flatMap((part) => [...texts(part)])]);
}

/** The part of form-js that puts values into templates, made to leave them as typed in the texts of one form. */
export function templating(original: Templating, schema: Component): Templating {
  const shown = texts(schema);
  return class extends original {
    static $inject = [];

    override evaluate(template: string, context?: object, options?: object): unknown {
      const isText = shown.has(template) && !template.startsWith('=');
      return super.evaluate(template, context, isText ? { ...options, sanitizer: asTyped } : options);
    }
  };
}
