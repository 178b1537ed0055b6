import '../case-file/case-file.css';
import { request, RequestFailed } from '../api';
import { riskBadge } from '../case-file/view';
import { fill, h } from '../dom';
import { dayOf } from '../time';
import { sentence, words } from '../words';
import { failed, frame, logInFirst } from './page';

interface Carrier {
  userId: string;
  name: string;
  active: boolean;
  absent: boolean;
  cases: number;
  underWay: number;
  caseload: number;
}

interface Choice {
  userId: string;
  name: string;
  caseload: number;
  full: number;
  otherOffice?: string;
}

interface Row {
  number: string;
  stage: string;
  riskLevel?: string;
  weight: number;
  sealed: boolean;
  underWay: boolean;
  proposed?: string;
  why: string;
  choices: Choice[];
  summary: string;
}

interface Preview {
  userId: string;
  name: string;
  rows: Row[];
  hidden: number;
  version: string;
}

interface Progress {
  id: string;
  from: string;
  requestedBy: string;
  requestedAt: string;
  reason: string;
  all: number;
  accepted: number;
  open: number;
  stayed: number;
}

async function caseloads(): Promise<void> {
  const { main, me } = await frame('Caseloads');
  const title = h('h1', {}, 'Caseloads');
  if (!me) {
    fill(main, title, logInFirst());
    return;
  }
  const place = h('div', { 'aria-live': 'polite' });
  fill(main, title, place);
  await overview(place);
}

async function overview(place: HTMLElement, note?: string): Promise<void> {
  try {
    const [carriers, transfers] = await Promise.all([
      request<Carrier[]>('GET', '/api/caseloads'),
      request<Progress[]>('GET', '/api/caseloads/transfers'),
    ]);
    fill(
      place,
      note !== undefined && h('p', { class: 'note', role: 'status' }, note),
      h('h2', {}, 'Whose cases you can hand over'),
      carriers.length === 0
        ? h('p', {}, 'Nobody leads a case that you could hand over.')
        : h('ul', { class: 'choices' }, carriers.map((each) => carrier(each, place))),
      transfers.length > 0 && h('h2', {}, 'Handed over'),
      transfers.length > 0 && h('ul', { class: 'choices' }, transfers.map(progress)),
    );
  } catch (error) {
    fill(place, failed(error));
  }
}

function carrier(each: Carrier, place: HTMLElement): HTMLElement {
  const state = each.active ? (each.absent ? ', absent now' : '') : ', does not work here any more';
  const underWay = each.underWay > 0 ? `, ${each.underWay} being handed over already` : '';
  return h(
    'li',
    {},
    h('h3', {}, each.name),
    h(
      'p',
      {},
      `${each.cases} open ${each.cases === 1 ? 'case' : 'cases'}, weight ${each.caseload}${underWay}${state}`,
    ),
    h(
      'button',
      { type: 'button', click: () => void preview(each.userId, place) },
      'Hand the caseload over',
    ),
  );
}

function progress(each: Progress): HTMLElement {
  return h(
    'li',
    {},
    h('h3', {}, `${each.from}: ${each.accepted} of ${each.all} accepted`),
    h('p', {}, each.reason),
    (each.open > 0 || each.stayed > 0) &&
      h(
        'p',
        {},
        [
          each.open > 0 && `${each.open} not accepted yet`,
          each.stayed > 0 && `${each.stayed} stayed with ${each.from}`,
        ]
          .filter(Boolean)
          .join(', ') + '.',
      ),
    h('p', { class: 'muted' }, `Asked for by ${each.requestedBy} on ${dayOf(each.requestedAt)}`),
  );
}

/** What was typed before the preview had to be shown anew, by case. */
interface Typed {
  refusal: string;
  reason: string;
  rows: Map<string, { to: string; summary: string }>;
}

async function preview(userId: string, place: HTMLElement, typed?: Typed): Promise<void> {
  let shown: Preview;
  try {
    shown = await request<Preview>('GET', `/api/caseloads/${encodeURIComponent(userId)}/transfer`);
  } catch (error) {
    fill(place, failed(error));
    return;
  }
  const rows = shown.rows.map((row) => ({ row, ...fields(row) }));
  const reason = h('textarea', {
    id: 'reason',
    rows: '2',
    required: true,
    maxlength: '2000',
  });
  reason.value = typed?.reason ?? '';
  rows.forEach(({ row, to, summary }) => restore(typed?.rows.get(row.number), to, summary));
  const trouble = h('p', { class: 'failed', role: 'alert', hidden: !typed }, typed?.refusal);
  const button = h('button', { type: 'submit', class: 'button--main' }, 'Hand over');
  const count = (): void => {
    const many = rows.filter(({ to }) => to.value !== '').length;
    button.textContent = `Hand over ${many} ${many === 1 ? 'case' : 'cases'}`;
    button.disabled = many === 0;
  };
  rows.forEach(({ to }) => to.addEventListener('change', count));
  count();
  const submit = async (): Promise<void> => {
    button.disabled = true;
    const chosen = rows
      .filter(({ to }) => to.value !== '')
      .map(({ row, to, summary }) => ({
        number: row.number,
        toUser: to.value,
        summary: summary.value,
      }));
    try {
      await request('POST', `/api/caseloads/${encodeURIComponent(userId)}/transfer`, {
        reason: reason.value,
        version: shown.version,
        cases: chosen,
      });
      await overview(place, `Asked for the transfer of ${chosen.length} ${chosen.length === 1 ? 'case' : 'cases'}. ${shown.name} stays responsible for each case until the colleague has accepted it.`);
    } catch (error) {
      if (!(error instanceof RequestFailed)) {
        throw error;
      }
      button.disabled = false;
      if (error.status === 409) {
        await preview(userId, place, {
          refusal: sentence(error.reason),
          reason: reason.value,
          rows: new Map(
            rows.map(({ row, to, summary }) => [row.number, { to: to.value, summary: summary.value }]),
          ),
        });
      } else {
        trouble.hidden = false;
        fill(trouble, sentence(error.reason));
        trouble.scrollIntoView({ block: 'nearest' });
      }
    }
  };
  fill(
    place,
    h('h2', {}, `Hand over the caseload of ${shown.name}`),
    h(
      'p',
      {},
      'Nothing has happened yet. The rules propose who fits and has room; change what you know better. ' +
        'Each case stays where it is until the colleague, and their supervisor if it is not you, have agreed.',
    ),
    shown.hidden > 0 &&
      h('p', { class: 'muted' }, `${shown.hidden} more ${shown.hidden === 1 ? 'is' : 'are'} not shown, because only others may hand ${shown.hidden === 1 ? 'it' : 'them'} over.`),
    h(
      'form',
      {
        class: 'caseload',
        submit: (event) => {
          event.preventDefault();
          void submit();
        },
      },
      h('label', { for: 'reason' }, 'Why does the caseload go to others?'),
      reason,
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['Case', 'Risk and weight', 'Who gets it, and why', 'What the next caseworker has to know'].map(
              (name) => h('th', { scope: 'col' }, name),
            ),
          ),
        ),
        h('tbody', {}, rows.map(({ row, to, summary }) => line(row, to, summary))),
      ),
      trouble,
      h(
        'div',
        { class: 'actions' },
        button,
        h('button', { type: 'button', click: () => void overview(place) }, 'Cancel'),
      ),
    ),
  );
}

function fields(row: Row): { to: HTMLSelectElement; summary: HTMLTextAreaElement } {
  const to = h(
    'select',
    { 'aria-label': `Who gets ${row.number}`, disabled: row.underWay },
    h('option', { value: '' }, 'Stays where it is'),
    row.choices.map((choice) =>
      h(
        'option',
        { value: choice.userId, selected: choice.userId === row.proposed },
        `${choice.name}: ${choice.caseload} of ${choice.full}` +
          (choice.otherOffice ? `, moves to ${choice.otherOffice}` : ''),
      ),
    ),
  );
  const summary = h('textarea', {
    'aria-label': `What has to be known about ${row.number}`,
    rows: '3',
    maxlength: '4000',
    disabled: row.underWay,
  });
  summary.value = row.summary;
  return { to, summary };
}

/** Nothing that was typed is lost, except a choice that is none any more. */
function restore(
  typed: { to: string; summary: string } | undefined,
  to: HTMLSelectElement,
  summary: HTMLTextAreaElement,
): void {
  if (!typed || to.disabled) {
    return;
  }
  summary.value = typed.summary;
  to.value = [...to.options].some(({ value }) => value === typed.to) ? typed.to : '';
}

function line(row: Row, to: HTMLSelectElement, summary: HTMLTextAreaElement): HTMLElement {
  return h(
    'tr',
    {},
    h(
      'td',
      {},
      h('a', { href: `/cases/${encodeURIComponent(row.number)}`, target: '_blank' }, row.number),
      h('p', { class: 'muted' }, words(row.stage), row.sealed && ', sealed'),
    ),
    h('td', {}, riskBadge(row.riskLevel), ` ${row.weight}`),
    h('td', {}, to, h('p', { class: 'muted' }, row.why)),
    h('td', {}, summary),
  );
}

void caseloads();
