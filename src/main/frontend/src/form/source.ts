import { ENGINE, request, type RequestOptions } from '../api';
import type { Draft } from './draft';
import { engineVariables, type Component, type Values } from './values';

/** A form as the server gives it. */
export interface OpenedForm {
  formId: string;
  schema: Component;
  data: Values;
  draft?: (Draft & { data: Values }) | null;
}

/** Where a form comes from and goes to. */
export interface FormSource {
  /** The address of the form, the draft and the uploads, unique for what is being filled in. */
  readonly id: string;
  open(): Promise<OpenedForm>;
  /** Absent where there are no drafts. */
  readonly draft?: {
    save(version: number, data: Values, options: RequestOptions): Promise<Draft>;
    discard(): Promise<void>;
  };
  /** The query that says what an uploaded file belongs to. */
  readonly upload: string;
}

export function taskForm(taskId: string): FormSource {
  const task = `/api/tasks/${encodeURIComponent(taskId)}`;
  return withDraft(`${task}/form`, `${task}/draft`, `task=${encodeURIComponent(taskId)}`);
}

export function startForm(processKey: string): FormSource {
  const key = encodeURIComponent(processKey);
  const process = `/api/processes/${key}`;
  return withDraft(`${process}/start-form`, `${process}/draft`, `process=${key}`);
}

export function actionForm(caseNumber: string, formId: string): FormSource {
  const id = actionAddress(caseNumber, formId);
  return { id, open: () => request('GET', id), upload: `case=${encodeURIComponent(caseNumber)}` };
}

function withDraft(form: string, draft: string, upload: string): FormSource {
  return {
    id: form,
    open: () => request('GET', form),
    draft: {
      save: (version, data, options) => request('PUT', draft, { version, data }, options),
      discard: () => request('DELETE', draft),
    },
    upload,
  };
}

/** Starts a process with a start form; the answer carries the case number. */
export function submitStart(processKey: string, values: Values): Promise<{ businessKey: string }> {
  const address = `${ENGINE}/process-definition/key/${encodeURIComponent(processKey)}/submit-form`;
  return request('POST', address, { variables: engineVariables(values) });
}

export function submitAction(caseNumber: string, formId: string, values: Values): Promise<void> {
  return request('POST', actionAddress(caseNumber, formId), { values });
}

function actionAddress(caseNumber: string, formId: string): string {
  return `/api/cases/${encodeURIComponent(caseNumber)}/actions/${encodeURIComponent(formId)}`;
}
