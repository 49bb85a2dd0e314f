import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { published } from '../../../functions/adapters/store/keys.ts';
import { findLiveRevision } from '../../../functions/adapters/store/revisions.ts';
import { NotCommitted } from '../../../functions/adapters/store/table.ts';
import type { Table } from '../../../functions/adapters/store/table.ts';
import { publishTemplates } from '../../../functions/adapters/store/template-publishing.ts';
import { findSource, findTemplates, part } from '../../../functions/adapters/store/templates.ts';
import { useTable } from '../dynamodb.ts';

const started = useTable();
const decline = part.template('en', 'decline');

const saying = (source: string) => ({ [decline]: { content: { source }, source } });
const by = (author: string) => ({ author, note: 'other words', at: '2026-03-03T10:00:00.000Z' });

/** What an applicant would be sent now. */
async function live(table: Table): Promise<{ author: string | undefined; source: string | undefined }> {
  const whole = await findTemplates(table, (await findLiveRevision(table, published.templates)) ?? 0);
  return { author: whole?.author, source: await findSource(table, decline, whole?.parts[decline] ?? 0) };
}

/** The same table for somebody whose writes of parts wait until `meanwhile` is over. */
function slowed(table: Table, meanwhile: () => Promise<unknown>): Table {
  const { client } = table;
  const send = async (command: Parameters<typeof client.send>[0]): Promise<unknown> => {
    if (command instanceof PutCommand) await meanwhile();
    return client.send(command);
  };
  return { ...table, client: Object.create(client, { send: { value: send } }) };
}

test('whoever is refused leaves nothing in what a colleague published in the same moment', async () => {
  const table = started();
  await publishTemplates(table, saying('As it was.'), by('deployment'));
  const late = slowed(table, () => publishTemplates(table, saying('By Anna.'), by('anna')));
  await expect(publishTemplates(late, saying('By Ben.'), by('ben'))).rejects.toThrow(NotCommitted);
  expect(await live(table)).toEqual({ author: 'anna', source: 'By Anna.' });

  await publishTemplates(table, saying('By Ben, again.'), by('ben'));
  expect(await live(table)).toEqual({ author: 'ben', source: 'By Ben, again.' });
});
