import { FeelersTemplating, Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './host.css';
import { request, RequestFailed, type FieldRefusal } from '../api';
import { fill, h } from '../dom';
import { texts } from '../texts';
import { moment } from '../time';
import { documentPicker, Uploads } from './document-picker';
import { DraftKeeper, type DraftState } from './draft';
import { plain } from './messages';
import { templating, type Templating } from './plain-text';
import type { FormSource, OpenedForm } from './source';
import { findField, ownValues, type Component, type Values } from './values';

/** Drafts that are still being saved, by form: they outlive a form that is no longer shown. */
const keepers = new Map<string, DraftKeeper>();

window.addEventListener('beforeunload', (event) => {
  for (const keeper of keepers.values()) {
    if (keeper.pending) {
      void keeper.flush(true);
      event.preventDefault();
    }
  }
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    keepers.forEach((keeper) => void keeper.flush(true));
  }
});

interface Validator {
  validateFieldInstance(instance: { id: string }, value: unknown): string[];
}

type Errors = Record<string, unknown>;

/** Fields of which a list or a calendar unfolds under the focus and would cover what is wrong. */
const UNFOLDING =
  ':is(.fjs-form-field-select, .fjs-form-field-taglist, .fjs-form-field-datetime)';

/** Shows one form, keeps its draft, and hands out its values when it is complete. */
export class FormHost {
  private readonly banner = h('div', { class: 'alur-host__banner', role: 'status' });
  private readonly refusal = h('div', { class: 'alur-host__refusal', role: 'alert' });
  private readonly place = h('div', { class: 'alur-host__form' });
  private readonly state = h('div', { class: 'alur-host__state', role: 'status' });
  private uploads: Uploads;
  private form: Form | undefined;
  private schema: Component = { type: 'default' };
  private keeper: DraftKeeper | undefined;

  constructor(
    readonly element: HTMLElement,
    private readonly source: FormSource,
  ) {
    this.uploads = new Uploads(source.upload);
    element.classList.add('alur-host');
    fill(element, this.banner, this.refusal, this.place, this.state);
    this.place.addEventListener('focusout', () => void this.keeper?.flush());
  }

  /** Fetches and shows the form; says so if that fails. */
  async load(): Promise<boolean> {
    fill(this.banner, texts.loadingForm);
    fill(this.refusal);
    try {
      const earlier = keepers.get(this.source.id);
      await earlier?.flush();
      await earlier?.stop();
      const [opened, owner] = await Promise.all([this.source.open(), whoAmI()]);
      await this.show(opened, owner);
      return true;
    } catch (error) {
      this.notLoaded(error);
      return false;
    }
  }

  /**
   * The values of all visible fields, or nothing if something has to be corrected first; what it
   * is stands beside the fields then.
   */
  collect(): Values | undefined {
    fill(this.refusal);
    if (!this.form) {
      return undefined;
    }
    if (this.uploads.underWay > 0) {
      fill(this.refusal, texts.stillUploading);
      return undefined;
    }
    const { data, errors } = this.form.submit() as { data: Values; errors: Errors };
    if (Object.keys(errors).length > 0) {
      fill(this.refusal, texts.correct);
      this.focusFirstError();
      return undefined;
    }
    void this.keeper?.stop();
    return data;
  }

  /** Shows why the server did not accept the form; nothing typed is lost. */
  refuse(failure: RequestFailed): void {
    this.keeper?.resume();
    const unplaced = failure.fields.filter((refusal) => !this.mark(refusal));
    fill(
      this.refusal,
      h('p', {}, failure.fields.length === 0 ? texts.refusedBecause(failure.reason) : texts.refused),
      unplaced.length > 0 &&
        h(
          'ul',
          {},
          unplaced.map((refusal) => h('li', {}, labelled(refusal))),
        ),
    );
    if (failure.fields.length > unplaced.length) {
      this.focusFirstError();
    } else {
      this.refusal.scrollIntoView({ block: 'nearest' });
    }
  }

  /** To be called when the form was accepted: the server has dropped the draft. */
  async accepted(): Promise<void> {
    await this.keeper?.stop();
    keepers.delete(this.source.id);
  }

  /** Lets the form be read but not changed. */
  set readOnly(readOnly: boolean) {
    this.form?.setProperty('readOnly', readOnly);
  }

  private async show(opened: OpenedForm, owner: string): Promise<void> {
    this.form?.destroy();
    this.form = undefined;
    const uploads = this.uploads;
    const options = {
      container: this.place,
      // Waiting would lose what is typed while another field changes, such as a finished upload.
      debounce: false,
      additionalModules: [
        { templating: ['type', templating(FeelersTemplating as Templating, opened.schema)] },
        {
          __init__: ['alurDocumentPicker'],
          alurDocumentPicker: [
            'type',
            class {
              static $inject = ['formFields'];
              constructor(formFields: { register(type: string, field: unknown): void }) {
                formFields.register('filepicker', documentPicker(uploads));
              }
            },
          ],
        },
      ],
    };
    const initialData =
      opened.draft && (await dataWithoutDraft({ ...options, container: null }, opened));
    const form = new Form(options);
    this.form = form;
    this.schema = opened.schema;
    speakPlainly(form);
    const data = { ...opened.data, ...opened.draft?.data };
    const { warnings } = await form.importSchema(opened.schema, data);
    if (initialData) {
      stateful(form)._setState({ initialData });
    }
    warnings.forEach((warning: unknown) => console.warn(`Form ${opened.formId}:`, warning));
    this.keepDraft(form, opened, owner);
    this.tellDraft(opened);
  }

  private keepDraft(form: Form, opened: OpenedForm, owner: string): void {
    const server = this.source.draft;
    if (!server) {
      return;
    }
    const keeper = new DraftKeeper(
      {
        save: (version, data, keepalive) => server.save(version, data, { keepalive }),
        user: whoAmI,
      },
      owner,
      opened.draft?.version ?? 0,
      () => ownValues(opened.schema, dataOf(form)),
      (state) => this.tell(state),
    );
    keepers.set(this.source.id, keeper);
    this.keeper = keeper;
    form.on('changed', 500, () => keeper.changed());
  }

  private tellDraft(opened: OpenedForm): void {
    if (!opened.draft) {
      fill(this.banner);
      return;
    }
    fill(
      this.banner,
      `${texts.draftRestored(moment(opened.draft.savedAt))} `,
      h('button', { type: 'button', click: () => void this.discard() }, texts.discardDraft),
    );
    fill(this.state, texts.saved(moment(opened.draft.savedAt)));
  }

  private async discard(): Promise<void> {
    if (!window.confirm(texts.discardQuestion)) {
      return;
    }
    try {
      await this.keeper?.stop();
      await this.source.draft?.discard();
      keepers.delete(this.source.id);
      fill(this.state);
      if (await this.load()) {
        fill(this.banner, texts.draftDiscarded);
      }
    } catch (error) {
      this.keeper?.resume();
      fill(this.state, texts.draftRefused(reasonOf(error)));
    }
  }

  private tell(state: DraftState): void {
    this.state.dataset['state'] = state.kind;
    switch (state.kind) {
      case 'clean':
        return fill(this.state);
      case 'unsaved':
        return fill(this.state, texts.unsaved);
      case 'saving':
        return fill(this.state, texts.saving);
      case 'saved':
        return fill(this.state, texts.saved(moment(state.at)));
      case 'offline':
        return fill(this.state, texts.offline);
      case 'loggedOut':
        return fill(this.state, texts.loggedOut, logInLink(), texts.loggedOutThen);
      case 'otherUser':
        return fill(this.state, texts.otherUser);
      case 'refused':
        return fill(this.state, texts.draftRefused(state.reason));
      case 'conflict':
        return fill(
          this.state,
          `${texts.conflict} `,
          h('button', { type: 'button', click: () => void this.loadNewer() }, texts.loadNewer),
        );
    }
  }

  private async loadNewer(): Promise<void> {
    await this.keeper?.stop();
    fill(this.state);
    await this.load();
  }

  private notLoaded(error: unknown): void {
    fill(this.banner);
    fill(
      this.refusal,
      h('p', {}, texts.formNotLoaded(reasonOf(error))),
      h('button', { type: 'button', click: () => void this.load() }, texts.tryAgain),
    );
  }

  /** Puts a refusal beside its field; says whether the field is shown. */
  private mark(refusal: FieldRefusal): boolean {
    const found = findField(this.schema, refusal.key);
    const id = found?.component.id;
    if (!this.form || !found || !id || !isShown(this.form, id)) {
      return false;
    }
    const state = stateful(this.form);
    const errors = structuredClone(state._getState().errors);
    put(errors, [id, ...found.rows], [refusal.message]);
    state._setState({ errors });
    return true;
  }

  private focusFirstError(): void {
    requestAnimationFrame(() => {
      const input = this.place.querySelector<HTMLElement>(
        '.fjs-has-errors :is(input, textarea, select, button)',
      );
      const unfolding = input?.closest<HTMLElement>(UNFOLDING);
      if (unfolding) {
        unfolding.tabIndex = -1;
      }
      (unfolding ?? input)?.focus();
    });
  }
}

/** form-js keeps the errors of a repeated field by field and then by row. */
function put(errors: Errors, path: (string | number)[], messages: string[]): void {
  let place: Record<string | number, unknown> = errors;
  path.slice(0, -1).forEach((step, index) => {
    place[step] ??= typeof path[index + 1] === 'number' ? [] : {};
    place = place[step] as Record<string | number, unknown>;
  });
  const last = path[path.length - 1];
  if (last !== undefined) {
    place[last] = messages;
  }
}

function isShown(form: Form, id: string): boolean {
  const registry = form.get<{ getAllKeyed(): { id: string }[] }>('formFieldInstanceRegistry');
  return registry.getAllKeyed().some((instance) => instance.id === id);
}

interface FormState {
  data: Values;
  initialData: Values;
  errors: Errors;
}

/** The form with its state, which form-js keeps to itself. */
function stateful(form: Form): {
  _getState(): FormState;
  _setState(change: Partial<FormState>): void;
} {
  return form as unknown as ReturnType<typeof stateful>;
}

function dataOf(form: Form): Values {
  return stateful(form)._getState().data;
}

/**
 * What the form opens with when there is no draft. Conditions see it in the place of what was typed
 * into a field that is hidden now, and so does the server, which knows nothing of the draft.
 */
async function dataWithoutDraft(
  options: ConstructorParameters<typeof Form>[0],
  opened: OpenedForm,
): Promise<Values> {
  const form = new Form(options);
  await form.importSchema(opened.schema, opened.data);
  const { initialData } = stateful(form)._getState();
  form.destroy();
  return initialData;
}

function speakPlainly(form: Form): void {
  const validator = form.get<Validator>('validator');
  const fields = form.get<{ get(id: string): Component | undefined }>('formFieldRegistry');
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const field = fields.get(instance.id);
    return validate(instance, value).map((message) => plain(message, { type: field?.type ?? '' }));
  };
}

function labelled(refusal: FieldRefusal): string {
  return refusal.label ? `${refusal.label}: ${refusal.message}` : refusal.message;
}

function reasonOf(error: unknown): string {
  if (error instanceof RequestFailed) {
    return error.reason;
  }
  console.error(error);
  return texts.serverFailed;
}

async function whoAmI(): Promise<string> {
  return (await request<{ id: string }>('GET', '/api/me')).id;
}

export function logInLink(): HTMLElement {
  return h(
    'a',
    { href: '/camunda/app/tasklist/default/', target: '_blank', rel: 'noopener' },
    texts.logInAgain,
  );
}
