import type { StaffAccount } from './staff.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const choice = ({ userName, name, email, groups }: StaffAccount): string => `
      <li>
        <button name="user" value="${escape(userName)}">
          <strong>${escape(name)}</strong>
          <span>${escape(email)} · ${escape(groups.join(', ') || 'no group')}</span>
        </button>
      </li>`;

/** The sign-in page: one button per account, no password. Needs no script. */
export function loginPage(accounts: readonly StaffAccount[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Sign in on this laptop</title>
    <link rel="stylesheet" href="/_local/page.css">
  </head>
  <body>
    <main class="sign-in">
      <h1>Sign in on this laptop</h1>
      <p>Stands in for the company's sign-in. Choose who you are; there is no password here.</p>
      <form method="post">
        <ul>${accounts.map(choice).join('')}
        </ul>
      </form>
    </main>
  </body>
</html>
`;
}
