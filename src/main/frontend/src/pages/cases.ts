import '../case-file/case-file.css';
import { request } from '../api';
import type { CaseList, CaseListItem } from '../case-file/model';
import { riskBadge } from '../case-file/view';
import { fill, h } from '../dom';
import { dayOf } from '../time';
import { words } from '../words';
import { FIELDS } from './fields';
import { failed, frame, logInFirst } from './page';

const FILTERS: { name: string; label: string; codes: string[] }[] = [
  { name: 'field', label: 'Field', codes: FIELDS.map((field) => field.key) },
  {
    name: 'stage',
    label: 'Stage',
    codes: ['INTAKE', 'ASSESSMENT', 'CASE_PLAN', 'INTERVENTION', 'MONITORING', 'TERMINATION', 'CLOSED'],
  },
  { name: 'risk', label: 'Risk', codes: ['EMERGENCY', 'HIGH', 'MEDIUM', 'LOW'] },
  { name: 'state', label: 'State', codes: ['OPEN', 'CLOSED', 'REJECTED'] },
];

async function cases(): Promise<void> {
  const { main, me } = await frame('Cases');
  if (!me) {
    fill(main, h('h1', {}, 'Cases'), logInFirst());
    return;
  }
  const form = searchForm();
  const results = h('div', { class: 'results', 'aria-live': 'polite' });
  fill(main, h('h1', {}, 'Cases'), form, results);

  const search = async (): Promise<void> => {
    const query = queryOf(form);
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
    await list(results, query);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) {
      void search();
    }
  });
  await search();
}

function searchForm(): HTMLFormElement {
  const asked = new URLSearchParams(location.search);
  return h(
    'form',
    { class: 'search', role: 'search' },
    h(
      'label',
      {},
      'Case number, name, NIK or village',
      h('input', { name: 'q', type: 'search', value: asked.get('q') ?? '', autofocus: true }),
    ),
    FILTERS.map((filter) =>
      h(
        'label',
        {},
        filter.label,
        h(
          'select',
          { name: filter.name },
          h('option', { value: '' }, 'All'),
          filter.codes.map((code) =>
            h('option', { value: code, selected: asked.get(filter.name) === code }, words(code)),
          ),
        ),
      ),
    ),
    h('button', { type: 'submit', class: 'button--main' }, 'Search'),
  );
}

function queryOf(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') {
      query.set(name, value.trim());
    }
  }
  return query;
}

async function list(results: HTMLElement, query: URLSearchParams): Promise<void> {
  try {
    const found = await request<CaseList>('GET', `/api/cases?${query}`);
    fill(results, ...shown(found));
  } catch (error) {
    fill(results, failed(error));
  }
}

function shown({ items, total }: CaseList): HTMLElement[] {
  if (items.length === 0) {
    return [
      h('p', {}, 'No case fits, or none that you may see. Try fewer words, or another spelling.'),
    ];
  }
  const more = total > items.length;
  return [
    h(
      'p',
      { class: 'muted' },
      more ? `The first ${items.length} of ${total} cases; search for less to see the others.`
        : `${total} ${total === 1 ? 'case' : 'cases'}`,
    ),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Case', 'Who', 'Village', 'Stage', 'Risk', 'Caseworker', 'Opened'].map((title) =>
            h('th', { scope: 'col' }, title),
          ),
        ),
      ),
      h('tbody', {}, items.map(row)),
    ),
  ];
}

function row(item: CaseListItem): HTMLElement {
  return h(
    'tr',
    {},
    h('td', {}, h('a', { href: `/cases/${encodeURIComponent(item.number)}` }, item.number)),
    h('td', {}, item.name),
    h('td', {}, item.village),
    h('td', {}, item.state === 'OPEN' ? words(item.stage) : words(item.state)),
    h('td', {}, riskBadge(item.riskLevel)),
    h('td', {}, item.lead),
    h('td', {}, item.openedAt && dayOf(item.openedAt)),
  );
}

void cases();
