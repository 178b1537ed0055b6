import { RequestFailed } from '../api';
import { fill, h } from '../dom';
import { FormHost } from '../form/host';
import { startForm, submitStart } from '../form/source';
import { texts } from '../texts';
import { FIELDS } from './fields';
import { frame, logInFirst } from './page';
import { TASKLIST } from './places';
import { submitButton } from './submit';

async function takeRequest(): Promise<void> {
  const key = decodeURIComponent(location.pathname.split('/').pop() ?? '');
  const field = FIELDS.find((known) => known.key === key);
  const { main, me } = await frame('New request');
  if (!field) {
    fill(main, h('h1', {}, 'There is no such field'), h('a', { href: '/' }, 'Choose another one'));
    return;
  }
  const title = h('h1', {}, `New request: ${field.name.toLowerCase()} (${field.term})`);
  if (!me) {
    fill(main, title, logInFirst());
    return;
  }
  const place = h('div');
  const host = new FormHost(place, startForm(key));
  const submit = submitButton(host, async (values) => {
    const { businessKey } = await submitStart(key, values);
    fill(main, title, received(businessKey));
    main.focus();
  });
  fill(main, title, place, h('div', { class: 'actions' }, submit));
  submit.hidden = !(await host.load());
}

function received(number: string): HTMLElement {
  return h(
    'div',
    { class: 'note', role: 'status' },
    h('p', {}, 'The request was received. Its case number is ', h('strong', {}, number), '.'),
    h(
      'p',
      {},
      h('a', { href: `/cases/${encodeURIComponent(number)}` }, 'Open the case'),
      ' · ',
      h('a', { href: TASKLIST }, 'Go to Tasklist'),
      ' · ',
      h('a', { href: '/' }, 'Take another request'),
    ),
  );
}

takeRequest().catch((error: unknown) => {
  if (!(error instanceof RequestFailed)) {
    console.error(texts.serverFailed, error);
  }
});
