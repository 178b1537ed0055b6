import { texts } from '../texts';
import type { Component } from './values';

/** What form-js says about a value, and what we say instead. */
const PLAIN: [RegExp, (match: RegExpExecArray) => string][] = [
  [/^Value is not a number\.$/, () => texts.notANumber],
  [/^Value is expected to be an integer\.$/, () => texts.wholeNumber],
  [/^Value is expected to have at most (\d+) decimal/, (match) => texts.decimals(match[1] ?? '')],
  [
    /two nearest valid values are (\S+) and (\S+)\.$/,
    (match) => texts.nearest(match[1] ?? '', match[2] ?? ''),
  ],
  [/^Field must have minimum value of (.+)\.$/, (match) => texts.atLeast(match[1] ?? '')],
  [/^Field must have maximum value of (.+)\.$/, (match) => texts.atMost(match[1] ?? '')],
  [/^Field must have minimum length of (.+)\.$/, (match) => texts.longer(match[1] ?? '')],
  [/^Field must have maximum length of (.+)\.$/, (match) => texts.shorter(match[1] ?? '')],
  [/^Field must match pattern /, () => texts.pattern],
  [/^Field must be a valid +international phone number\./, () => texts.phone],
  [/^Field must be a valid email\.$/, () => texts.email],
];

/** Says in plain words what form-js says; a message of the form itself stays as it is. */
export function plain(message: string, field: Pick<Component, 'type'>): string {
  if (message === 'Field is required.') {
    return required(field.type);
  }
  for (const [pattern, say] of PLAIN) {
    const match = pattern.exec(message);
    if (match) {
      return say(match);
    }
  }
  return message;
}

function required(type: string): string {
  switch (type) {
    case 'checkbox':
      return texts.requiredTick;
    case 'checklist':
    case 'taglist':
      return texts.requiredChoice;
    default:
      return texts.required;
  }
}
