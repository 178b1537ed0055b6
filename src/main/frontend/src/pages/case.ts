import '../case-file/case-file.css';
import type { CaseFile } from '../case-file/model';
import { showCaseFile } from '../case-file/view';
import { fill, h } from '../dom';
import { FormHost } from '../form/host';
import { actionForm, submitAction } from '../form/source';
import { texts } from '../texts';
import { frame, logInFirst, type Me } from './page';
import { emergencyForm } from './emergency';
import { menu } from './menu';
import { submitButton } from './submit';

interface Action {
  form: string;
  label: string;
  /** Of which field it is, as case numbers name it; without, of all. */
  field?: string;
  /** The role of those who may; without, everybody who works on the case. */
  role?: string;
  /** Whether there is nothing to do it to in this case now; the server refuses it then too. */
  outOfPlace?: (file: CaseFile) => boolean;
}

/** What happens every day, or cannot wait: seen at once. */
const DAILY: Action[] = [
  { form: 'log-contact', label: 'Log contact' },
  { form: 'add-note', label: 'Add note' },
  { form: 'raise-risk', label: 'Raise risk' },
  { form: 'request-emergency-measure', label: 'Emergency measure needed' },
];

/** What else can happen to a case without a task being open, each with its form. */
const MENUS: { name: string; actions: Action[] }[] = [
  {
    name: 'Consent and sharing',
    actions: [
      { form: 'withdraw-consent', label: 'Consent withdrawn' },
      { form: 'ask-to-share', label: 'Ask to share' },
      { form: 'offer-referral', label: 'Refer' },
    ],
  },
  {
    name: 'Measures',
    actions: [
      {
        form: 'request-further-measure',
        label: 'Further measure needed',
        outOfPlace: (file) => !file.measures?.some(({ status }) => status === 'IN_FORCE'),
      },
      {
        form: 'record-use-of-force',
        label: 'Record use of force',
        outOfPlace: (file) =>
          !file.measures?.some(({ status }) => status === 'IN_FORCE' || status === 'ENDED'),
      },
    ],
  },
  {
    name: 'Objections',
    actions: [
      { form: 'lodge-objection', label: 'Lodge objection' },
      {
        form: 'lodge-appeal',
        label: 'Lodge appeal',
        outOfPlace: (file) => !file.objections?.some(({ appealable }) => appealable),
      },
      {
        form: 'withdraw-objection',
        label: 'Objection withdrawn',
        outOfPlace: (file) => !file.objections?.some(({ withdrawable }) => withdrawable),
      },
    ],
  },
  {
    name: 'Changes',
    actions: [
      {
        form: 'report-death',
        label: 'Beneficiary died',
        outOfPlace: (file) => isOver(file) || file.beneficiaryType !== 'PERSON',
      },
      { form: 'report-change', label: 'Report change', field: 'SS' },
      {
        form: 'change-members',
        label: 'Change members',
        field: 'SE',
        outOfPlace: (file) => !isPlanned(file, 'business-assistance'),
      },
      {
        form: 'raise-concern',
        label: 'Raise concern',
        field: 'SE',
        outOfPlace: (file) => !isPlanned(file, 'business-assistance'),
      },
    ],
  },
  {
    name: 'People on the case',
    actions: [
      { form: 'call-case-conference', label: 'Call case conference', outOfPlace: isOver },
      { form: 'request-transfer', label: 'Transfer case', outOfPlace: (file) => isOver(file) || !file.lead },
      { form: 'assign-caseworker', label: 'Assign caseworker', role: 'supervisor', outOfPlace: isOver },
      {
        form: 'seal-case',
        label: 'Seal case',
        role: 'supervisor',
        outOfPlace: (file) => isOver(file) || file.sealed === true,
      },
      {
        form: 'note-offender',
        label: 'Note offender',
        role: 'supervisor',
        outOfPlace: (file) => isOver(file) || file.sealed !== true,
      },
      { form: 'name-reader', label: 'Let somebody see it', role: 'supervisor' },
      { form: 'declare-conflict', label: 'Declare conflict of interest' },
    ],
  },
  {
    name: 'Deadlines',
    actions: [
      { form: 'delay-deadline', label: 'Delay a deadline', role: 'supervisor' },
      { form: 'resume-deadline', label: 'Resume a deadline', role: 'supervisor' },
    ],
  },
];

function isOver(file: CaseFile): boolean {
  return file.state !== 'OPEN';
}

/** Whether the plan names a service that is not over. */
function isPlanned(file: CaseFile, service: string): boolean {
  return (file.plan?.activities ?? []).some(
    ({ serviceKey, status }) => serviceKey === service && (status === 'PLANNED' || status === 'IN_PROGRESS'),
  );
}

async function casePage(): Promise<void> {
  const number = decodeURIComponent(location.pathname.split('/').pop() ?? '');
  const { main, me } = await frame(number);
  const title = h('h1', {}, `Case ${number}`);
  if (!me) {
    fill(main, title, logInFirst());
    return;
  }
  const file = h('div');
  const actions = h('div', { class: 'actions', hidden: true });
  fill(main, title, actions, file);
  const show = async (): Promise<void> => {
    const shown = await showCaseFile(file, number);
    // Opened in an emergency it is there to be read.
    actions.hidden = !shown || (shown.emergencyAccesses ?? []).some(({ own }) => own);
    if (shown) {
      fill(actions, ...buttons(shown, me, show));
    } else if (file.textContent === texts.caseFileHidden) {
      file.append(emergencyForm(number, show));
    }
  };
  await show();
}

function buttons(file: CaseFile, me: Me, done: () => Promise<void>): HTMLElement[] {
  const { number } = file;
  const possible = (actions: Action[]): HTMLElement[] =>
    actions
      .filter(
        ({ field, role, outOfPlace }) =>
          (!field || number.startsWith(`${field}-`)) &&
          (!role || me.roles.includes(role)) &&
          !outOfPlace?.(file),
      )
      .map(({ form, label }) =>
        h('button', { type: 'button', click: () => void act(number, form, label, done) }, label),
      );
  const menus = MENUS.map(({ name, actions }) => ({ name, items: possible(actions) }));
  return [
    ...possible(DAILY),
    ...menus.filter(({ items }) => items.length > 0).map(({ name, items }) => menu(name, items)),
  ];
}

/** Opens an action's form above the page; the case file is shown anew when it was accepted. */
async function act(
  number: string,
  formId: string,
  label: string,
  done: () => Promise<void>,
): Promise<void> {
  const place = h('div');
  const host = new FormHost(place, actionForm(number, formId));
  const dialog = h('dialog', { 'aria-labelledby': 'action-title' });
  const submit = submitButton(host, async (values) => {
    await submitAction(number, formId, values);
    dialog.close();
    await done();
  });
  fill(
    dialog,
    h('h2', { id: 'action-title' }, label),
    place,
    h(
      'div',
      { class: 'actions' },
      submit,
      h('button', { type: 'button', click: () => dialog.close() }, 'Cancel'),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  submit.hidden = !(await host.load());
}

void casePage();
