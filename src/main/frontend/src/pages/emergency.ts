import { request, RequestFailed } from '../api';
import { fill, h } from '../dom';

const SHORTEST_REASON = 20;

/** Offers to open a case that the person may not see, for when it cannot wait. */
export function emergencyForm(number: string, opened: () => Promise<unknown>): HTMLElement {
  const reason = h('textarea', {
    id: 'emergency-reason',
    rows: '3',
    required: true,
    minlength: String(SHORTEST_REASON),
    maxlength: '2000',
  });
  const noConflict = h('input', { type: 'checkbox', id: 'emergency-no-conflict', required: true });
  const failed = h('p', { role: 'alert', class: 'alur-case__failed', hidden: true });
  const button = h('button', { type: 'submit' }, 'Open for four hours');
  const form = h(
    'form',
    {
      submit: (event) => {
        event.preventDefault();
        button.disabled = true;
        void open(number, reason.value, noConflict.checked)
          .then(opened, (error: unknown) => {
            failed.hidden = false;
            fill(failed, whyNot(error));
          })
          .finally(() => {
            button.disabled = false;
          });
      },
    },
    h(
      'p',
      {},
      'If somebody would come to harm while you wait for access, you may open the case to read it for four hours. The supervisor is told at once and reviews it, and every look is recorded.',
    ),
    h('label', { for: 'emergency-reason' }, 'Why can it not wait?'),
    reason,
    h(
      'label',
      { for: 'emergency-no-conflict', class: 'emergency__check' },
      noConflict,
      ' The case is about neither me nor my family.',
    ),
    failed,
    h('div', { class: 'actions' }, button),
  );
  return h('details', { class: 'emergency' }, h('summary', {}, 'Open in an emergency'), form);
}

async function open(number: string, reason: string, noConflict: boolean): Promise<void> {
  await request('POST', `/api/cases/${encodeURIComponent(number)}/emergency-access`, {
    reason,
    noConflict,
  });
}

function whyNot(error: unknown): string {
  if (error instanceof RequestFailed) {
    return error.reason;
  }
  throw error;
}
