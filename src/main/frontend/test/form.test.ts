import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookie, failure, nameIn } from '../src/api';
import { plain } from '../src/form/messages';
import { asTyped, templating, texts } from '../src/form/plain-text';
import { dataKeys, engineVariables, findField, ownValues, type Component } from '../src/form/values';

const schema: Component = {
  type: 'default',
  components: [
    { type: 'textfield', id: 'f1', key: 'name' },
    { type: 'text', id: 'f2' },
    { type: 'expression', id: 'f10', key: 'isAdult' },
    {
      type: 'group',
      id: 'f3',
      components: [
        { type: 'number', id: 'f4', key: 'age' },
        { type: 'textfield', id: 'f5', key: 'address.village' },
      ],
    },
    {
      type: 'dynamiclist',
      id: 'f6',
      path: 'goals',
      components: [
        { type: 'textfield', id: 'f7', key: 'target' },
        {
          type: 'dynamiclist',
          id: 'f8',
          path: 'steps',
          components: [{ type: 'textfield', id: 'f9', key: 'what' }],
        },
      ],
    },
  ],
};

test('the names of a form are its keys and the paths of its lists', () => {
  assert.deepEqual([...dataKeys(schema)], ['name', 'age', 'address', 'goals']);
});

test('what the server added and what the form computed is not what was typed', () => {
  const data = { name: 'Siti', isAdult: true, caseFile: { number: 'SR-2026-000001' }, goals: [] };
  assert.deepEqual(ownValues(schema, data), { name: 'Siti', goals: [] });
});

test('lists travel to the engine as JSON and everything else as it is', () => {
  assert.deepEqual(engineVariables({ a: 1, b: null, c: false, d: [{ e: 'x' }] }), {
    a: { value: 1 },
    b: { value: null },
    c: { value: false },
    d: { value: '[{"e":"x"}]', type: 'Json' },
  });
});

test('a refusal finds its field, also in the rows of a list within a list', () => {
  assert.equal(findField(schema, 'name')?.component.id, 'f1');
  assert.equal(findField(schema, 'address.village')?.component.id, 'f5');
  assert.deepEqual(findField(schema, 'goals[1].steps[0].what'), {
    component: { type: 'textfield', id: 'f9', key: 'what' },
    rows: [1, 0],
  });
  assert.equal(findField(schema, 'goals[2].target')?.component.id, 'f7');
  assert.deepEqual(findField(schema, 'goals.1.steps.0.what'), findField(schema, 'goals[1].steps[0].what'));
  assert.equal(findField(schema, 'nothing'), undefined);
});

test('validation speaks plainly, and a message of the form itself stays', () => {
  const field = { type: 'textfield' };
  assert.equal(plain('Field is required.', field), 'Please fill this in.');
  assert.equal(plain('Field is required.', { type: 'checkbox' }), 'Please tick this box.');
  assert.equal(plain('Field must have maximum value of 17.', field), 'Please enter 17 or less.');
  assert.equal(plain('A NIK has 16 digits.', field), 'A NIK has 16 digits.');
});

test('a refusal of the engine carries its sentence and its fields', () => {
  const fields = [{ key: 'nik', message: 'A NIK has 16 digits.' }];
  const failed = failure(400, JSON.stringify({ message: 'Please correct the NIK.', fields }));
  assert.equal(failed.reason, 'Please correct the NIK.');
  assert.deepEqual(failed.fields, fields);
});

test('an error page of the server is not shown to the person', () => {
  assert.match(failure(500, '<html>NullPointerException').reason, /^the server could not do this/);
  const fault = JSON.stringify({ message: 'Tell your administrator: 1a2b.', reference: '1a2b' });
  assert.equal(failure(500, fault).reason, 'Tell your administrator: 1a2b.');
  assert.match(failure(404, '').reason, /^it does not exist/);
});

test('the token is read from among the cookies', () => {
  assert.equal(cookie('XSRF-TOKEN', 'a=1; XSRF-TOKEN=abc'), 'abc');
  assert.equal(cookie('XSRF-TOKEN', 'NOT-XSRF-TOKEN=abc'), undefined);
});

test('a file name is read from the answer, in any script', () => {
  assert.equal(nameIn('attachment; filename="letter.pdf"'), 'letter.pdf');
  assert.equal(nameIn("attachment; filename*=UTF-8''surat%20kuasa.pdf"), 'surat kuasa.pdf');
});

test('what was typed is no formatting in the texts of a form', () => {
  const text = 'She says: {{words}}';
  const form = { type: 'default', components: [{ type: 'group', id: 'g', components: [{ type: 'text', id: 't', text }] }] };
  assert.deepEqual([...texts(form)], [text]);
  class Original {
    evaluate(_template: string, _context?: object, options?: object): unknown {
      return options;
    }
  }
  const made = new (templating(Original, form))();
  assert.deepEqual(made.evaluate(text, {}, { debug: true }), { debug: true, sanitizer: asTyped });
  // A label is no Markdown.
  assert.deepEqual(made.evaluate('Because {{words}}', {}, { debug: true }), { debug: true });
  assert.equal(
    asTyped('# <b>1.</b> [in](https://x.example)'),
    '\\# \\<b\\>1\\.\\<\\/b\\> \\[in\\]\\(https\\:\\/\\/x\\.example\\)',
  );
  assert.equal(asTyped('one\n\n    two'), 'one\n\ntwo');
  assert.equal(asTyped(7), 7);
});
