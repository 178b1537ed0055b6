import { request } from '../api';
import { fill, h } from '../dom';
import { FIELDS, type FieldHelp } from './fields';
import { failed, frame, logInFirst } from './page';
import { placesOf, type Place } from './places';

/** A field as the catalogue tells it. */
interface OfferedField {
  key: string;
  open: boolean;
}

async function start(): Promise<void> {
  const { main, me } = await frame('Start');
  if (!me) {
    fill(main, h('h1', {}, 'Alur'), logInFirst());
    return;
  }
  fill(
    main,
    h('h1', {}, `Good day, ${me.name ?? me.id}`),
    me.message !== undefined && h('p', { class: 'note', role: 'status' }, me.message),
    h('h2', {}, 'Where to go'),
    h('ul', { class: 'choices' }, placesOf(me).map(choice)),
  );
  if (me.roles.includes('intake-officer')) {
    await newRequest(main);
  }
}

function choice(place: Place): HTMLElement {
  return h(
    'li',
    {},
    h('h3', {}, place.name),
    h('p', {}, place.text),
    h('a', { class: 'button', href: place.href }, `Open ${place.name}`),
  );
}

async function newRequest(main: HTMLElement): Promise<void> {
  main.append(
    h('h2', {}, 'Take a new request'),
    h(
      'p',
      {},
      'Choose what fits best. Intake can correct it later, and one person can have cases in ' +
        'several fields. In an emergency take any of them: what matters is that help starts.',
    ),
  );
  try {
    const fields = await request<OfferedField[]>('GET', '/api/services');
    const offered = new Set(fields.filter((field) => field.open).map((field) => field.key));
    main.append(
      h(
        'ul',
        { class: 'choices' },
        FIELDS.map((field) => fieldChoice(field, offered.has(field.key))),
      ),
    );
  } catch (error) {
    main.append(failed(error));
  }
}

function fieldChoice(field: FieldHelp, offered: boolean): HTMLElement {
  return h(
    'li',
    {},
    h('h3', {}, field.name),
    h('p', { class: 'muted' }, field.term),
    h('p', {}, field.aim),
    h('p', { class: 'muted' }, `For example: ${field.examples}`),
    offered
      ? h('a', { class: 'button button--main', href: `/request/${field.key}` }, 'Take a request')
      : h('p', { class: 'muted' }, 'Requests in this field cannot be taken here yet.'),
  );
}

void start();
