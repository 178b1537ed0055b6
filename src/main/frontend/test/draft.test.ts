import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestFailed } from '../src/api';
import { DraftKeeper, type Draft, type DraftState } from '../src/form/draft';
import type { Values } from '../src/form/values';

/** A server with one draft, that can be made to fail. */
class Server {
  version = 0;
  data: Values | undefined;
  failure: RequestFailed | undefined;
  who = 'sari';
  /** Until this is done, nothing is answered. */
  delay: Promise<void> = Promise.resolve();

  async save(version: number, data: Values): Promise<Draft> {
    if (this.failure) {
      throw this.failure;
    }
    if (version !== this.version) {
      throw new RequestFailed(409, 'newer');
    }
    this.data = structuredClone(data);
    await this.delay;
    return { version: ++this.version, savedAt: '2026-11-01T07:32:00Z' };
  }

  user(): Promise<string> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.who);
  }
}

function editing(server: Server) {
  const form: Values = { text: '' };
  const states: DraftState['kind'][] = [];
  const keeper = new DraftKeeper(server, 'sari', server.version, () => form, (state) =>
    states.push(state.kind),
  );
  const type = (text: string): void => {
    form['text'] = text;
    keeper.changed();
  };
  return { form, states, keeper, type };
}

test('what is typed is saved', async () => {
  const server = new Server();
  const { keeper, states, type } = editing(server);
  type('a');
  await keeper.flush();
  type('ab');
  await keeper.flush();
  assert.deepEqual(server.data, { text: 'ab' });
  assert.equal(server.version, 2);
  assert.deepEqual(states, ['unsaved', 'saving', 'saved', 'unsaved', 'saving', 'saved']);
  assert.equal(keeper.pending, false);
  await keeper.stop();
});

test('nothing is sent when nothing changed', async () => {
  const server = new Server();
  const { keeper } = editing(server);
  keeper.changed();
  await keeper.flush();
  assert.equal(server.version, 0);
});

test('what is typed while a draft is under way is saved afterwards', async () => {
  const server = new Server();
  const { keeper, type } = editing(server);
  let answer = (): void => {};
  server.delay = new Promise((resolve) => (answer = resolve));
  type('a');
  const first = keeper.flush();
  await new Promise(setImmediate);
  type('ab');
  answer();
  await first;
  assert.equal(keeper.pending, true);
  await keeper.flush();
  assert.deepEqual(server.data, { text: 'ab' });
  await keeper.stop();
});

test('several who ask at once do not overtake each other', async () => {
  const server = new Server();
  const { keeper, states, type } = editing(server);
  type('a');
  const asked = [keeper.flush(), keeper.flush(), keeper.flush()];
  type('ab');
  await Promise.all([...asked, keeper.flush()]);
  assert.equal(states.includes('conflict'), false);
  assert.deepEqual(server.data, { text: 'ab' });
  await keeper.stop();
});

test('a newer draft of another tab is never overwritten', async () => {
  const server = new Server();
  const one = editing(server);
  const other = editing(server);
  one.type('one');
  await one.keeper.flush();
  other.type('other');
  await other.keeper.flush();
  other.type('other again');
  await other.keeper.flush();
  assert.deepEqual(server.data, { text: 'one' });
  assert.equal(other.states.at(-1), 'conflict');
  await one.keeper.stop();
});

test('after a broken connection the draft is sent again', async () => {
  const server = new Server();
  const { keeper, states, type } = editing(server);
  server.failure = new RequestFailed(0, 'no connection');
  type('a');
  await keeper.flush();
  assert.equal(states.at(-1), 'offline');
  assert.equal(keeper.pending, true);
  server.failure = undefined;
  await keeper.flush();
  assert.deepEqual(server.data, { text: 'a' });
  await keeper.stop();
});

test('after logging in again the draft is sent, if it is the same person', async () => {
  const server = new Server();
  const { keeper, states, type } = editing(server);
  server.failure = new RequestFailed(401, 'log in');
  type('a');
  await keeper.flush();
  assert.equal(states.at(-1), 'loggedOut');
  server.failure = undefined;
  await keeper.flush();
  assert.deepEqual(server.data, { text: 'a' });
  await keeper.stop();
});

test('a draft is not saved in the name of somebody else', async () => {
  const server = new Server();
  const { keeper, states, type } = editing(server);
  server.failure = new RequestFailed(401, 'log in');
  type('a');
  await keeper.flush();
  server.failure = undefined;
  server.who = 'joko';
  await keeper.flush();
  assert.equal(server.data, undefined);
  assert.equal(states.at(-1), 'otherUser');
  assert.equal(keeper.pending, false);
});

test('a submitted form is not saved any more, a refused one is', async () => {
  const server = new Server();
  const { keeper, type } = editing(server);
  await keeper.stop();
  type('a');
  await keeper.flush();
  assert.equal(server.version, 0);
  keeper.resume();
  await keeper.flush();
  assert.equal(server.version, 1);
  await keeper.stop();
});
