import { expect, test } from 'vitest';
import { workflows } from '../../../../tools/workflows.ts';

test('what is no fault of the command line is said without how to write one', async () => {
  let said = '';
  const surroundings = { root: '.', folder: '.', print: (text: string) => void (said += text) };
  // Port 9 takes whatever it is sent, if anything listens there at all; here nothing does.
  const code = await workflows(
    ['list', '--site', 'http://127.0.0.1:9', '--as', 'grace-okafor'],
    surroundings,
  );
  expect(code).toBe(2);
  expect(said).toBe('Nothing answers at http://127.0.0.1:9: is npm start running?\n');
});
