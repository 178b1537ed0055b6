import { ENGINE, failure, request, RequestFailed } from './api';
import { FormHost } from './form/host';
import { startForm, taskForm, type FormSource } from './form/source';
import { isStructured } from './form/values';

/** The embedded form of Tasklist, as far as the host uses it. */
interface CamForm {
  taskId?: string;
  processDefinitionId?: string;
  processDefinitionKey?: string;
  submitPrevented: boolean;
  storePrevented: boolean;
  on(event: string, listener: (form: CamForm, details: unknown[]) => void): void;
  variableManager: {
    createVariable(variable: { name: string; value: unknown; type?: string }): void;
  };
}

interface SubmitError extends Error {
  response?: { status: number; text?: string };
}

/**
 * Puts the form host into an embedded form of Tasklist. Tasklist keeps its Complete button, sends
 * the values to the engine and shows the engine's refusals in its own box as well.
 */
export async function attach(camForm: CamForm, element: HTMLElement): Promise<void> {
  const host = new FormHost(element, await sourceOf(camForm));

  camForm.on('submit', () => {
    forgetEarlierRefusals();
    const values = host.collect();
    if (!values) {
      camForm.submitPrevented = true;
      return;
    }
    for (const [name, value] of Object.entries(values)) {
      camForm.variableManager.createVariable(
        isStructured(value) ? { name, value, type: 'Json' } : { name, value },
      );
    }
  });
  camForm.on('submit-failed', (_, [error]) => {
    if (!camForm.submitPrevented) {
      host.refuse(failureOf(error as SubmitError | undefined));
    }
  });
  camForm.on('submit-success', () => void host.accepted());

  await host.load();
  followLock(host, element);
}

/** Tasklist leaves its box about a refusal on the page even when the next try succeeds. */
function forgetEarlierRefusals(): void {
  document
    .querySelectorAll<HTMLElement>('.page-notifications button.close:not(.ng-hide)')
    .forEach((close) => close.click());
}

async function sourceOf(camForm: CamForm): Promise<FormSource> {
  if (camForm.taskId) {
    return taskForm(camForm.taskId);
  }
  return startForm(camForm.processDefinitionKey ?? (await keyOf(camForm.processDefinitionId ?? '')));
}

/** An id reads `key:version:id`, unless that would be too long for the engine. */
async function keyOf(processDefinitionId: string): Promise<string> {
  const [key, ...rest] = processDefinitionId.split(':');
  if (key && rest.length > 0) {
    return key;
  }
  const address = `${ENGINE}/process-definition/${encodeURIComponent(processDefinitionId)}`;
  return (await request<{ key: string }>('GET', address)).key;
}

function failureOf(error: SubmitError | undefined): RequestFailed {
  return failure(error?.response?.status ?? 0, error?.response?.text ?? '');
}

/**
 * Tasklist only greys out the form of a task that is not the person's own; it is locked here. When
 * the task is claimed the form is loaded anew: only then there may be a draft.
 */
function followLock(host: FormHost, element: HTMLElement): void {
  const frame = element.closest('[ng-class*="disabled-form"]');
  if (!frame) {
    return;
  }
  const locked = (): boolean => frame.classList.contains('disabled-form');
  let was = locked();
  host.readOnly = was;
  new MutationObserver(() => {
    if (locked() === was) {
      return;
    }
    was = locked();
    void host.load().then(() => {
      host.readOnly = was;
    });
  }).observe(frame, { attributes: true, attributeFilter: ['class'] });
}
