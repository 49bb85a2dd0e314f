/** Opening hours of a day as one line: `09:00-12:00, 13:00-17:00`; nothing is a closed day. */
export function hoursText(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return value.map((one: unknown) => stretchText(one)).join(', ');
}

function stretchText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { from, to } = { from: '', to: '', ...value };
  return `${from}-${to}`;
}

/** The hours a line says; undefined while it makes no sense. */
export function hoursOf(text: string): { from: string; to: string }[] | undefined {
  if (text.trim() === '') return [];
  const stretches = text.split(',').map((part) => /^\s*(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)\s*$/.exec(part));
  const read = stretches.flatMap((found) => {
    const [, from, to] = found ?? [];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
  return read.length === stretches.length ? read : undefined;
}

/** Days as one line: `2026-12-24, 2026-12-31`. */
export const daysText = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');

/** The days a line says; undefined while it makes no sense. */
export function daysOf(text: string): string[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length === 1 && parts[0] === '') return [];
  return parts.every((part) => /^\d{4}-\d{2}-\d{2}$/.test(part)) ? parts : undefined;
}
