import type { KeyboardEvent, RefObject } from 'react';

/** Marks what takes the focus for a row, with the row's key. */
export const rowMark = 'data-row';

const marked = `[${rowMark}]`;

/** The focusable part of a row. */
const focusable = (mark: Element): HTMLElement | null => mark.querySelector<HTMLElement>('a, button');

/** Puts the focus on a row. */
export function focusRow(list: RefObject<HTMLElement | null>, key?: string): void {
  const marks = [...(list.current?.querySelectorAll(marked) ?? [])];
  const mark = key === undefined ? marks[0] : marks.find((one) => one.getAttribute(rowMark) === key);
  if (mark) focusable(mark)?.focus();
}

const writes = 'input, textarea, select, [contenteditable]';

/**
 * The row a key was pressed in and the key, when it is meant for the list; undefined while somebody types or
 * holds a modifier, which belong to the browser.
 */
export function pressed(event: KeyboardEvent<HTMLElement>): { key: string; row: string } | undefined {
  const { target, key, ctrlKey, altKey, metaKey } = event;
  if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey || target.matches(writes))
    return undefined;
  const row = target.closest('tr, li')?.querySelector(marked)?.getAttribute(rowMark);
  return row === null || row === undefined ? undefined : { key, row };
}

/** Moves the focus by so many rows; it stays at either end. */
export function moveFocus(list: RefObject<HTMLElement | null>, from: string, by: number): void {
  const marks = [...(list.current?.querySelectorAll(marked) ?? [])];
  const place = marks.findIndex((mark) => mark.getAttribute(rowMark) === from);
  const next = marks[Math.min(Math.max(place + by, 0), marks.length - 1)];
  if (next) focusable(next)?.focus();
}
