import { request, RequestFailed } from '../api';
import { fill, h } from '../dom';
import { dayOf } from '../time';
import { sentence } from '../words';
import { failed, frame, logInFirst, type Me } from './page';

interface Absence {
  userId: string;
  firstDay: string;
  lastDay: string;
  deputy: string;
  active: boolean;
}

interface Somebody {
  userId: string;
  name: string;
}

interface Absentee extends Somebody {
  deputies: Somebody[];
}

const ADDRESS = '/api/organisation/absences';

async function absences(): Promise<void> {
  const { main, me } = await frame('Absences');
  const title = h('h1', {}, 'Absences');
  if (!me) {
    fill(main, title, logInFirst());
    return;
  }
  const place = h('div', { 'aria-live': 'polite' });
  fill(main, title, place);
  await show(place, me);
}

async function show(place: HTMLElement, me: Me, note?: string): Promise<void> {
  try {
    const [people, entered] = await Promise.all([
      request<Absentee[]>('GET', `${ADDRESS}/people`),
      request<Absence[]>('GET', ADDRESS),
    ]);
    const names = new Map(
      people.flatMap((person) => [person, ...person.deputies]).map(({ userId, name }) => [userId, name]),
    );
    const nameOf = (user: string): string => names.get(user) ?? user;
    const again = (done: string): Promise<void> => show(place, me, done);
    const today = new Date().toISOString().slice(0, 10);
    const coming = entered.filter(({ active, lastDay }) => active && lastDay >= today);
    fill(
      place,
      h(
        'p',
        {},
        'Open and new tasks go to the deputy from the first day to the last, and what is still open then comes back. ' +
          'You can enter your own absence, and those of the people whom you supervise.',
      ),
      note !== undefined && h('p', { class: 'note', role: 'status' }, note),
      form(people, me, nameOf, again),
      h('h2', {}, 'Now and later'),
      coming.length === 0
        ? h('p', {}, 'Nobody of them is or will be absent.')
        : h('ul', { class: 'choices' }, coming.map((absence) => item(absence, nameOf, again))),
    );
  } catch (error) {
    fill(place, failed(error));
  }
}

function form(
  people: Absentee[],
  me: Me,
  nameOf: (user: string) => string,
  done: (note: string) => Promise<void>,
): HTMLElement {
  const who = h(
    'select',
    { id: 'who', required: true },
    people.map(({ userId, name }) =>
      h('option', { value: userId, selected: userId === me.id }, name),
    ),
  );
  const first = h('input', { id: 'first', type: 'date', required: true });
  const last = h('input', { id: 'last', type: 'date', required: true });
  const deputy = h('select', { id: 'deputy', required: true });
  const offer = (): void =>
    fill(
      deputy,
      h('option', { value: '' }, 'Choose'),
      (people.find(({ userId }) => userId === who.value)?.deputies ?? []).map(({ userId, name }) =>
        h('option', { value: userId }, name),
      ),
    );
  offer();
  who.addEventListener('change', offer);
  const trouble = h('p', { class: 'failed', role: 'alert', hidden: true });
  const submit = async (): Promise<void> => {
    // What was said about the entry before is not about this one.
    document.querySelector('.note')?.remove();
    try {
      await request('POST', ADDRESS, {
        userId: who.value,
        firstDay: first.value,
        lastDay: last.value,
        deputy: deputy.value,
      });
      await done(`Entered: ${nameOf(who.value)} is away ${days(first.value, last.value)}.`);
    } catch (error) {
      if (!(error instanceof RequestFailed)) {
        throw error;
      }
      trouble.hidden = false;
      fill(trouble, sentence(error.reason));
    }
  };
  const labelled = (name: string, field: HTMLElement): HTMLElement => h('label', {}, name, field);
  return h(
    'form',
    {
      class: 'search absence',
      submit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    labelled('Who is away?', who),
    labelled('First day', first),
    labelled('Last day', last),
    labelled('Who stands in?', deputy),
    h('button', { type: 'submit', class: 'button--main' }, 'Enter'),
    trouble,
  );
}

function item(
  absence: Absence,
  nameOf: (user: string) => string,
  done: (note: string) => Promise<void>,
): HTMLElement {
  const away = days(absence.firstDay, absence.lastDay);
  const trouble = h('p', { class: 'failed', role: 'alert', hidden: true });
  const callOff = async (): Promise<void> => {
    try {
      await request(
        'DELETE',
        `${ADDRESS}/${encodeURIComponent(`${absence.userId}_${absence.firstDay}`)}`,
      );
      await done(`Called off: ${nameOf(absence.userId)} is not away ${away}.`);
    } catch (error) {
      if (!(error instanceof RequestFailed)) {
        throw error;
      }
      trouble.hidden = false;
      fill(trouble, sentence(error.reason));
    }
  };
  return h(
    'li',
    {},
    h('h3', {}, nameOf(absence.userId)),
    h('p', {}, `Away ${away}`),
    h('p', { class: 'muted' }, `${nameOf(absence.deputy)} stands in`),
    h('button', { type: 'button', click: () => void callOff() }, 'Call off'),
    trouble,
  );
}

function days(first: string, last: string): string {
  return first === last ? `on ${dayOf(first)}` : `from ${dayOf(first)} to ${dayOf(last)}`;
}

void absences();
