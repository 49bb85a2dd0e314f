import { isOpen } from '../../../domain/application/stages.ts';
import { needsAttention, rests } from '../view.ts';
import type { Rule } from '../view.ts';

export const onePromise: Rule = {
  number: 3,
  title: 'an open application always has exactly one current promise',
  onSettled: (settled) => {
    const { table, faulted } = settled;
    const { stage, promise } = table.application;
    if (!rests(settled)) return undefined;
    if (!isOpen(stage))
      return promise && !table.application.stalled
        ? `the application is ${stage} and still promises ${promise.kind}`
        : undefined;
    if (!promise) return `the application is ${stage}, and nothing is promised`;
    if (faulted && needsAttention(table)) return undefined;
    const gate = promise.gateId === undefined ? undefined : table.gates[promise.gateId];
    return gate?.status === 'closed'
      ? `what is promised, ${promise.kind}, ended as ${gate.outcome ?? 'nothing'}, and nobody works on it any more`
      : undefined;
  },
};
