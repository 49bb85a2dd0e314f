/**
 * Takes the key out of the page's address, where it stands behind `#`, and leaves the address without it:
 * neither history nor a shoulder keeps what only this page's memory needs. Undefined when there is none.
 */
export function takeToken(): string | undefined {
  const token = location.hash.slice(1);
  if (token === '') return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
