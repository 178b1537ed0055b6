import { RequestFailed } from '../api';
import { h } from '../dom';
import type { FormHost } from '../form/host';
import type { Values } from '../form/values';
import { texts } from '../texts';

/** The button that sends a form; a refusal is shown in the form and nothing is lost. */
export function submitButton(
  host: FormHost,
  send: (values: Values) => Promise<void>,
): HTMLButtonElement {
  const button = h(
    'button',
    { type: 'button', class: 'button--main', click: () => void submit() },
    texts.submit,
  );
  async function submit(): Promise<void> {
    const values = host.collect();
    if (!values) {
      return;
    }
    button.disabled = true;
    button.textContent = texts.submitting;
    try {
      await send(values);
      await host.accepted();
    } catch (error) {
      if (!(error instanceof RequestFailed)) {
        throw error;
      }
      host.refuse(error);
    } finally {
      button.disabled = false;
      button.textContent = texts.submit;
    }
  }
  return button;
}
