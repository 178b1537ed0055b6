import { request } from '../api';
import type { Card } from '../case-file/model';

/** How long to wait for other cards of the same list before asking the server for all of them. */
const GATHER = 30;
/** How long an answer is good for: Tasklist draws its cards again and again. */
const FRESH = 20_000;
/** So that the address does not become too long. */
const AT_ONCE = 50;

interface Answer {
  at: number;
  card: Promise<Card | undefined>;
}

const answers = new Map<string, Answer>();
let waiting: { taskId: string; resolve(card: Card | undefined): void }[] = [];

/** What a task's case is; nothing if the person may not know. One request serves a whole list. */
export function cardOf(taskId: string): Promise<Card | undefined> {
  const known = answers.get(taskId);
  if (known && Date.now() - known.at < FRESH) {
    return known.card;
  }
  const card = new Promise<Card | undefined>((resolve) => {
    if (waiting.length === 0) {
      setTimeout(() => void ask(), GATHER);
    }
    waiting.push({ taskId, resolve });
  });
  answers.set(taskId, { at: Date.now(), card });
  return card;
}

async function ask(): Promise<void> {
  const asked = waiting.splice(0, AT_ONCE);
  if (waiting.length > 0) {
    void ask();
  }
  const ids = asked.map(({ taskId }) => encodeURIComponent(taskId)).join(',');
  const cards = await request<Card[]>('GET', `/api/cases/cards?taskIds=${ids}`).catch(() => {
    asked.forEach(({ taskId }) => answers.delete(taskId));
    return [];
  });
  const byTask = new Map(cards.map((card) => [card.taskId, card]));
  asked.forEach(({ taskId, resolve }) => resolve(byTask.get(taskId)));
}
