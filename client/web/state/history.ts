/** Undo and redo over any immutable value. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

const STEPS_KEPT = 100;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A step that can be undone. The same value is no step. */
export const step = <T>({ past, present, future }: History<T>, next: T): History<T> =>
  next === present
    ? { past, present, future }
    : { past: [...past, present].slice(-STEPS_KEPT), present: next, future: [] };

/** A change that belongs to the last step, such as the places that a layout found for it. */
export const amend = <T>(history: History<T>, next: T): History<T> => ({ ...history, present: next });

/** Whether `after` came out of `before` by going back or forth, not by a new step. */
export const isRetraced = <T>(before: History<T>, after: History<T>): boolean =>
  after.present === before.past.at(-1) || after.present === before.future[0];

export const undo = <T>({ past, present, future }: History<T>): History<T> =>
  past.length === 0
    ? { past, present, future }
    : { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };

export const redo = <T>({ past, present, future }: History<T>): History<T> =>
  future.length === 0
    ? { past, present, future }
    : { past: [...past, present], present: future[0]!, future: future.slice(1) };
