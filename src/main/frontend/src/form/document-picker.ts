import { Description, Errors, FilePicker, Label } from '@bpmn-io/form-js-viewer';
import { h, type ComponentChild, type FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fileName, request, RequestFailed } from '../api';
import { texts } from '../texts';

const LARGEST = 10 * 1024 * 1024;
const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.gif,.webp,.doc,.docx,.xls,.xlsx,.odt,.ods';

interface StoredDocument {
  id: string;
  name: string;
}

interface PickerProps {
  field: {
    label?: string;
    description?: string;
    multiple?: boolean | string;
    accept?: string;
    validate?: { required?: boolean };
  };
  domId: string;
  errors?: string[];
  disabled?: boolean;
  readonly?: boolean;
  value?: string[] | null;
  onChange(change: { value: string[] | null }): void;
}

/** The uploads of one form: their names, and how many are under way. */
export class Uploads {
  private readonly names = new Map<string, string>();
  underWay = 0;

  constructor(private readonly target: string) {}

  /** Keeps a file among the case's documents at once and gives its id. */
  async add(file: File): Promise<StoredDocument> {
    if (file.size > LARGEST) {
      throw new RequestFailed(413, texts.fileTooLarge);
    }
    const body = new FormData();
    body.append('file', file);
    this.underWay++;
    try {
      const stored = await request<StoredDocument>('POST', `/api/documents?${this.target}`, body);
      this.names.set(stored.id, stored.name);
      return stored;
    } finally {
      this.underWay--;
    }
  }

  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  /** Asks for the name of a document that was uploaded earlier. */
  async learn(id: string): Promise<void> {
    const name = await fileName(documentAddress(id)).catch(() => undefined);
    this.names.set(id, name ?? id);
  }
}

export function documentAddress(id: string): string {
  return `/api/documents/${encodeURIComponent(id)}`;
}

/** The file picker of form-js, but files are uploaded at once and the value is their ids. */
export function documentPicker(uploads: Uploads): FunctionComponent<PickerProps> {
  function DocumentPicker(props: PickerProps): ComponentChild {
    const { field, domId, errors = [], disabled = false, readonly = false } = props;
    const ids = Array.isArray(props.value) ? props.value : [];
    const input = useRef<HTMLInputElement>(null);
    const latest = useRef(ids);
    latest.current = ids;
    const [busy, setBusy] = useState<string>();
    const [failed, setFailed] = useState<string>();
    const [, redraw] = useState(0);
    const several = field.multiple === true || field.multiple === '=true';
    const locked = disabled || readonly;
    const descriptionId = `${domId}-description`;
    const errorId = `${domId}-error-message`;

    const unnamed = ids.filter((id) => uploads.nameOf(id) === undefined).join();
    useEffect(() => {
      if (unnamed !== '') {
        void Promise.all(unnamed.split(',').map((id) => uploads.learn(id))).then(() =>
          redraw((count) => count + 1),
        );
      }
    }, [unnamed]);

    function change(next: string[]): void {
      latest.current = next;
      props.onChange({ value: next.length === 0 ? null : next });
    }

    async function upload(files: File[]): Promise<void> {
      setFailed(undefined);
      for (const file of files) {
        setBusy(file.name);
        try {
          const stored = await uploads.add(file);
          change(several ? [...latest.current, stored.id] : [stored.id]);
        } catch (error) {
          setFailed(texts.uploadFailed(file.name, (error as RequestFailed).reason));
        }
      }
      setBusy(undefined);
    }

    function chosen(event: Event): void {
      const element = event.currentTarget as HTMLInputElement;
      const files = Array.from(element.files ?? []);
      // Cleared, so that the same file can be chosen again after it was removed or refused.
      element.value = '';
      void upload(files);
    }

    const file = (id: string): ComponentChild => {
      const name = uploads.nameOf(id) ?? texts.loading;
      return h(
        'li',
        { key: id },
        h('a', { href: documentAddress(id), target: '_blank', rel: 'noopener' }, name),
        !locked &&
          h(
            'button',
            {
              type: 'button',
              'aria-label': `${texts.removeFile} ${name}`,
              onClick: () => change(latest.current.filter((other) => other !== id)),
            },
            texts.removeFile,
          ),
      );
    };

    return h(
      'div',
      {
        class: `fjs-form-field fjs-form-field-filepicker${errors.length ? ' fjs-has-errors' : ''}`,
      },
      h(Label as FunctionComponent<Record<string, unknown>>, {
        htmlFor: domId,
        label: field.label,
        required: field.validate?.required,
      }),
      h('input', {
        type: 'file',
        class: 'alur-files__input',
        ref: input,
        id: domId,
        disabled: locked || busy !== undefined,
        multiple: several,
        accept: field.accept || ACCEPTED,
        'aria-describedby': `${descriptionId} ${errorId}`,
        onChange: chosen,
      }),
      h(
        'div',
        { class: 'alur-files' },
        !locked &&
          h(
            'button',
            {
              type: 'button',
              class: 'alur-files__add',
              disabled: busy !== undefined,
              onClick: () => input.current?.click(),
            },
            several ? texts.addFiles : texts.addFile,
          ),
        locked && ids.length === 0 && h('span', null, texts.noFile),
        h('ul', { class: 'alur-files__list' }, ids.map(file)),
        h('span', { role: 'status' }, busy && texts.uploading(busy)),
      ),
      failed && h('div', { class: 'alur-files__failed', role: 'alert' }, failed),
      h(Description as FunctionComponent<Record<string, unknown>>, {
        id: descriptionId,
        description: field.description ?? texts.fileLimits,
      }),
      h(Errors as FunctionComponent<Record<string, unknown>>, { id: errorId, errors }),
    );
  }
  return Object.assign(DocumentPicker, {
    config: {
      ...(FilePicker as unknown as { config: object }).config,
      sanitizeValue: ({ value }: { value: unknown }) =>
        Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : null,
    },
  });
}
