import { expect, it } from 'vitest';
import { readEach } from '../../../../functions/adapters/store/read-each.ts';

it('reads all in their order, never more than twenty at a time', async () => {
  let reading = 0;
  let most = 0;
  const read = async (one: number) => {
    most = Math.max(most, (reading += 1));
    await Promise.resolve();
    reading -= 1;
    return one * 2;
  };
  const many = Array.from({ length: 45 }, (_, index) => index);
  const found: number[] = [];
  for await (const [one, doubled] of readEach(many, read)) {
    expect(doubled).toBe(one * 2);
    found.push(one);
  }
  expect(found).toEqual(many);
  expect(most).toBe(20);
});
