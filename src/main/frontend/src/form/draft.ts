import { RequestFailed } from '../api';
import type { Values } from './values';

/** A draft as the server keeps it; version 0 before the first. */
export interface Draft {
  version: number;
  savedAt: string;
}

/** How the draft stands, for the person to see. */
export type DraftState =
  | { kind: 'clean' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'offline' }
  | { kind: 'loggedOut' }
  | { kind: 'conflict' }
  | { kind: 'otherUser' }
  | { kind: 'refused'; reason: string };

export interface DraftServer {
  save(version: number, data: Values, keepalive: boolean): Promise<Draft>;
  /** Who is logged in now. */
  user(): Promise<string>;
}

/** How long typing must pause before a draft is saved, and how long until another try. */
export const PAUSE = 2_000;
export const RETRY = 5_000;

/**
 * Saves a draft on the server while the person types. One request at a time; the version makes
 * sure that a newer draft of another tab is never overwritten. After a failure it goes on trying,
 * also when the form is no longer shown, so that logging in again loses nothing.
 */
export class DraftKeeper {
  private state: DraftState = { kind: 'clean' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;
  private saved: string;
  private wasLoggedOut = false;

  constructor(
    private readonly server: DraftServer,
    private readonly owner: string,
    private version: number,
    private readonly read: () => Values,
    private readonly show: (state: DraftState) => void,
  ) {
    this.saved = JSON.stringify(read());
  }

  /** To be called after each change of the form. */
  changed(): void {
    if (this.stopped || this.ended || !this.dirty) {
      return;
    }
    if (this.state.kind === 'clean' || this.state.kind === 'saved') {
      this.tell({ kind: 'unsaved' });
    }
    if (this.timer === undefined && this.running === undefined) {
      this.again(PAUSE);
    }
  }

  /** Saves now what is not saved yet. */
  async flush(keepalive = false): Promise<void> {
    // Looked at again after each wait: others who waited may have begun to save meanwhile.
    while (this.running) {
      await this.running;
    }
    if (this.stopped || this.ended || !this.dirty) {
      return;
    }
    this.forget();
    this.running = this.save(keepalive);
    await this.running;
  }

  /** Whether something typed is not on the server yet. */
  get pending(): boolean {
    return !this.stopped && !this.ended && (this.dirty || this.running !== undefined);
  }

  /** Ends saving, because the form was submitted or the draft discarded. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.forget();
    await this.running;
  }

  /** Goes on after a submission that was refused. */
  resume(): void {
    this.stopped = false;
    this.changed();
  }

  private get dirty(): boolean {
    return JSON.stringify(this.read()) !== this.saved;
  }

  /** Another tab was faster, or the server will never take this draft: no more tries. */
  private get ended(): boolean {
    return ['conflict', 'otherUser', 'refused'].includes(this.state.kind);
  }

  private async save(keepalive: boolean): Promise<void> {
    try {
      if (this.wasLoggedOut && (await this.server.user()) !== this.owner) {
        this.tell({ kind: 'otherUser' });
        return;
      }
      this.wasLoggedOut = false;
      this.tell({ kind: 'saving' });
      // Written down before waiting: the form goes on changing its data meanwhile.
      const data = this.read();
      const written = JSON.stringify(data);
      const draft = await this.server.save(this.version, data, keepalive);
      this.version = draft.version;
      this.saved = written;
      this.tell({ kind: 'saved', at: draft.savedAt });
    } catch (error) {
      this.failed(error);
    } finally {
      this.running = undefined;
    }
    this.changed();
  }

  private failed(error: unknown): void {
    if (!(error instanceof RequestFailed)) {
      throw error;
    }
    if (error.status === 409) {
      this.tell({ kind: 'conflict' });
    } else if (error.loggedOut) {
      this.wasLoggedOut = true;
      this.tell({ kind: 'loggedOut' });
      this.again(RETRY);
    } else if (error.offline || error.status >= 500) {
      this.tell({ kind: 'offline' });
      this.again(RETRY);
    } else {
      this.tell({ kind: 'refused', reason: error.reason });
    }
  }

  private again(delay: number): void {
    this.forget();
    if (!this.stopped) {
      this.timer = setTimeout(() => void this.flush(), delay);
    }
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private tell(state: DraftState): void {
    this.state = state;
    this.show(state);
  }
}
