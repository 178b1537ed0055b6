import './page.css';
import { request, RequestFailed } from '../api';
import { fill, h } from '../dom';
import { texts } from '../texts';
import { sentence } from '../words';
import { COCKPIT, placesOf, TASKLIST } from './places';

/** The person who is logged in. */
export interface Me {
  id: string;
  name?: string;
  roles: string[];
  /** What the person has to do before there is anything to see here. */
  message?: string;
}

/** Draws the frame that all pages share, and gives the place for the page's own content. */
export async function frame(title: string): Promise<{ main: HTMLElement; me: Me | undefined }> {
  document.title = `${title} · Alur`;
  const who = h('span', { class: 'page-bar__who' });
  const links = h('nav', { class: 'page-bar__links', 'aria-label': 'Where to go' });
  const main = h('main', { id: 'main', tabindex: '-1' });
  fill(
    document.body,
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    h(
      'header',
      { class: 'page-bar' },
      h('a', { class: 'page-bar__name', href: '/' }, 'Alur'),
      links,
      who,
    ),
    main,
  );
  const me = await whoIsThere(main);
  fill(links, ...(me ? placesOf(me) : []).map(({ href, name }) => h('a', { href }, name)));
  fill(
    who,
    me ? (me.name ?? me.id) : h('a', { href: TASKLIST }, 'Log in'),
  );
  return { main, me };
}

async function whoIsThere(main: HTMLElement): Promise<Me | undefined> {
  try {
    return await request<Me>('GET', '/api/me');
  } catch (error) {
    const reason = error instanceof RequestFailed ? error : undefined;
    if (!reason?.loggedOut) {
      fill(main, failed(error));
      throw error;
    }
    return undefined;
  }
}

/** Tells that a page needs a login, and where that is. */
export function logInFirst(): HTMLElement {
  return h(
    'div',
    { class: 'note' },
    h(
      'p',
      {},
      'You are not logged in. Log in to Tasklist, or to Cockpit if you have no tasks there, then ' +
        'come back to this page.',
    ),
    h(
      'div',
      { class: 'actions' },
      h('a', { class: 'button button--main', href: TASKLIST }, 'Log in to Tasklist'),
      h('a', { class: 'button', href: COCKPIT }, 'Log in to Cockpit'),
    ),
  );
}

export function failed(error: unknown): HTMLElement {
  if (!(error instanceof RequestFailed)) {
    console.error(error);
  }
  const reason = error instanceof RequestFailed ? error.reason : texts.serverFailed;
  return h('p', { class: 'failed', role: 'alert' }, sentence(reason));
}
