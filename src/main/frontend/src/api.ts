import { texts } from './texts';

/** One refused field, with its key as in the form's data: `goals[1].target` in a list. */
export interface FieldRefusal {
  key: string;
  label?: string;
  message: string;
}

/** A request that was not answered with success. */
export class RequestFailed extends Error {
  constructor(
    /** The HTTP status; 0 if the server was not reached. */
    readonly status: number,
    /** A sentence for the person. */
    readonly reason: string,
    readonly fields: FieldRefusal[] = [],
  ) {
    super(`${status}: ${reason}`);
  }

  get offline(): boolean {
    return this.status === 0;
  }

  get loggedOut(): boolean {
    return this.status === 401;
  }
}

const CSRF_COOKIE = 'XSRF-TOKEN';
const CSRF_HEADER = 'X-XSRF-TOKEN';
export const ENGINE = '/camunda/api/engine/engine/default';

/** Reads a cookie anew each time: another login in another tab changes it. */
export function cookie(name: string, cookies: string): string | undefined {
  return cookies
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

export interface RequestOptions {
  /** The browser finishes the request even when the page is left. */
  keepalive?: boolean;
}

/** Calls the server with the person's session; fails with {@link RequestFailed}. */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<T> {
  const token = cookie(CSRF_COOKIE, document.cookie);
  const answer = await send(method, url, body, options);
  const text = await answer.text();
  if (!answer.ok) {
    throw answer.status === 403 && method !== 'GET' && (await isNewSession(token))
      ? new RequestFailed(401, texts.newSession)
      : failure(answer.status, text);
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Whether somebody logged in anew since the token was read; the next request carries the new one. */
async function isNewSession(token: string | undefined): Promise<boolean> {
  const answer = await send('GET', '/api/me', undefined, {});
  return answer.ok && cookie(CSRF_COOKIE, document.cookie) !== token;
}

/** The file name with which the server answers for a document, if it tells one. */
export async function fileName(url: string): Promise<string | undefined> {
  const answer = await send('HEAD', url, undefined, {});
  if (!answer.ok) {
    throw failure(answer.status, '');
  }
  return nameIn(answer.headers.get('Content-Disposition') ?? '');
}

export function nameIn(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}

async function send(
  method: string,
  url: string,
  body: unknown,
  options: RequestOptions,
): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    // Without it the server may ask for a name and password in the browser's own box.
    'X-Requested-With': 'XMLHttpRequest',
  };
  if (method !== 'GET' && method !== 'HEAD') {
    headers[CSRF_HEADER] = cookie(CSRF_COOKIE, document.cookie) ?? '';
  }
  const form = body instanceof FormData;
  if (body !== undefined && !form) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.keepalive ?? false,
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new RequestFailed(0, texts.noConnection);
  }
}

/** Makes a sentence of what the server said. */
export function failure(status: number, text: string): RequestFailed {
  const body = parse(text);
  const said = body.message ?? body.detail;
  return new RequestFailed(
    status,
    typeof said === 'string' && said !== '' && (status < 500 || body.reference) ? said : general(status),
    Array.isArray(body.fields) ? (body.fields as FieldRefusal[]) : [],
  );
}

function general(status: number): string {
  switch (status) {
    case 401:
      return texts.sessionEnded;
    case 403:
      return texts.notAllowed;
    case 404:
      return texts.notFound;
    default:
      return texts.serverFailed;
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
