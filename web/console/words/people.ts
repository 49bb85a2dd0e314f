/** How a colleague is called, from the id that settings give them: `ana-ruiz` is Ana Ruiz. */
export function nameOf(id: string): string {
  return id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** What a timeline calls whoever did something. */
export function actorOf(id: string): string {
  const known: Readonly<Record<string, string>> = {
    candidate: 'The candidate',
    system: 'Hearback',
    timer: 'Hearback',
    mail: 'The mail service',
  };
  return known[id] ?? nameOf(id);
}
