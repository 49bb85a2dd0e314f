import { person } from '../../../domain/people/person.ts';
import type { Person } from '../../../domain/people/person.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem, versionedPut } from './items.ts';
import { keys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';

/** Reads a person by the hash of their address, or undefined when they are unknown or erased. */
export function findPerson(table: Table, personHash: string): Promise<Person | undefined> {
  return findItem(table, keys.person(personHash), person);
}

/** The write that stores a person: a new one, or the successor of the version it was made from. */
export function personWrite(table: Table, next: Person): Write {
  return versionedPut(table, keys.person(next.personHash), person.parse(next));
}

/**
 * Changes a person by a rule, together with other writes or not at all. A rule that gives the person as
 * they are writes nothing.
 * @throws NotFound, Contended
 */
export function changePerson(
  table: Table,
  personHash: string,
  rule: (known: Person) => Person,
  together: () => Promise<readonly Write[]> = () => Promise.resolve([]),
): Promise<Person> {
  return optimistically(table, 'the person', async () => {
    const known = await findPerson(table, personHash);
    if (!known) throw new NotFound('the person');
    const next = rule(known);
    if (next === known) return { writes: [], result: known };
    return { writes: [personWrite(table, next), ...(await together())], result: next };
  });
}
