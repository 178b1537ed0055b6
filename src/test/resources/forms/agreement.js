/*
 * Puts submissions through the real form-js: fills the state of a form as a person would have
 * filled it, lets all its components settle, submits, and tells what was refused and what is sent.
 */
window.agreement = (() => {
  const EMPTY = { textfield: '', textarea: '', checkbox: false, checklist: [], taglist: [] };
  const INPUTS = new Set([
    'textfield', 'textarea', 'number', 'datetime', 'checkbox', 'radio', 'select', 'checklist',
    'taglist', 'filepicker',
  ]);

  // The form host registers a file picker whose value is the list of the uploaded documents.
  const picker = Object.assign(() => null, {
    config: {
      ...FormJs.FilePicker.config,
      sanitizeValue: ({ value }) => (Array.isArray(value) ? value : null),
    },
  });
  const host = {
    __init__: ['hostPicker'],
    hostPicker: [
      'type',
      Object.assign(
        class {
          constructor(formFields) {
            formFields.register('filepicker', picker);
          }
        },
        { $inject: ['formFields'] },
      ),
    ],
  };

  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const get = (place, path) => path.reduce((value, step) => (isObject(value) ? value[step] : undefined), place);

  function put(place, path, value) {
    path.slice(0, -1).forEach((step) => {
      place[step] = isObject(place[step]) ? place[step] : {};
      place = place[step];
    });
    place[path.at(-1)] = value;
  }

  /** Types the values into the fields that can be written; fields without a value are emptied. */
  function type(components, submitted, data) {
    for (const field of components) {
      if (INPUTS.has(field.type) && !field.disabled && field.readonly !== true) {
        const path = field.key.split('.');
        put(data, path, get(submitted, path) ?? EMPTY[field.type] ?? null);
      } else if (field.type === 'group') {
        const path = field.path ? field.path.split('.') : [];
        if (path.length && !isObject(get(data, path))) {
          put(data, path, {});
        }
        const inner = get(submitted, path);
        type(field.components, isObject(inner) ? inner : {}, get(data, path));
      } else if (field.type === 'dynamiclist') {
        rows(field, submitted, data);
      }
    }
  }

  function rows(list, submitted, data) {
    const path = list.path.split('.');
    const sent = get(submitted, path);
    const typed = Array.isArray(sent) ? sent : [];
    const fixed = list.allowAddRemove === false;
    const kept = fixed ? (get(data, path) ?? []) : typed.map(() => ({}));
    kept.forEach((row, index) => {
      type(list.components, isObject(typed[index]) ? typed[index] : {}, row);
    });
    put(data, path, kept);
  }

  const copy = (value) => JSON.parse(JSON.stringify(value));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /**
   * Opens a form with what was typed, as with a draft, because date pickers take over only what is
   * there when they appear. What the form opened with stays what the case file knew.
   */
  async function open(line) {
    const { form: untouched, container: nowhere } = create();
    await untouched.importSchema(line.schema, copy(line.context));
    const { initialData } = untouched._getState();
    const typed = copy(initialData);
    type(line.schema.components, line.submitted, typed);
    close({ form: untouched, container: nowhere });
    const opened = create();
    await opened.form.importSchema(line.schema, typed);
    opened.form._setState({ initialData });
    return opened;
  }

  function create() {
    const container = document.createElement('div');
    document.body.append(container);
    return { container, form: new FormJs.Form({ container, additionalModules: [host] }) };
  }

  function close({ form, container }) {
    form.destroy();
    container.remove();
  }

  /** Waits until no form changes any more: its components go on working after each change. */
  async function settle(opened) {
    const look = () =>
      JSON.stringify(
        opened.map(({ form }) => [
          form._getState().data,
          form.get('formFieldInstanceRegistry').getAll().map(({ instanceId }) => instanceId),
        ]),
      );
    let before = look();
    for (let calm = 0, rounds = 0; calm < 5 && rounds < 200; rounds++) {
      await pause(40);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = look();
      calm = now === before ? calm + 1 : 0;
      before = now;
    }
  }

  /** Names the fields of form-js's errors: an id, and then a row for each list around it. */
  function refused(form, errors) {
    const instances = form.get('formFieldInstanceRegistry').getAllKeyed();
    return instances
      .filter(({ id, indexes }) => {
        const found = [id, ...Object.values(indexes ?? {})].reduce((place, step) => place?.[step], errors);
        return Array.isArray(found) && found.some((message) => typeof message === 'string');
      })
      .map(({ valuePath }) =>
        valuePath.reduce(
          (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${step}` : step),
          '',
        ),
      );
  }

  function submit(opened) {
    const { form } = opened;
    try {
      const { data, errors } = form.submit();
      return { data: copy(data), refused: refused(form, errors) };
    } catch (error) {
      return { failed: String(error) };
    } finally {
      close(opened);
    }
  }

  return {
    async run(lines) {
      const opened = await Promise.all(lines.map(open));
      await settle(opened);
      return opened.map(submit);
    },
    /** Evaluates expressions as form-js does: as a value, or as a condition. */
    feel(expressions) {
      const language = new FormJs.FeelExpressionLanguage({ fire() {} });
      return expressions.map(({ expression, scope }) => ({
        value: language.evaluate(expression, scope) ?? null,
        holds: language.evaluateUnaryTest(expression, scope) === true,
      }));
    },
  };
})();
