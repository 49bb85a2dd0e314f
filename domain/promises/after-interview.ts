import { approximateSeconds } from '../calendar/duration.ts';
import type { PromisePolicy } from './promise-policy.ts';

/**
 * Within so many days after an interview a candidate has to be told whether a decision was made.
 * Ontario requires it of employers since 2026-01-01.
 */
const lawfulDays = 45;

const daySeconds = 86_400;

/** Days until a promise is over at the latest; what counts opening hours alone has no end but its backstop. */
function longest({ within, clock, extension, backstop }: PromisePolicy): number {
  const end = backstop === undefined ? Infinity : approximateSeconds(backstop);
  const counted = approximateSeconds(within) + extension.times * approximateSeconds(extension.within);
  return Math.min(clock === 'elapsed' ? counted : Infinity, end) / daySeconds;
}

/**
 * What is wrong with the two promises that follow an interview one after the other, in a person's words; undefined when
 * they are over in time whatever happens.
 */
export function tooLateAfterInterview(approval: PromisePolicy, nextStep: PromisePolicy): string | undefined {
  const days = longest(approval) + longest(nextStep);
  if (days <= lawfulDays) return undefined;
  const took = Number.isFinite(days) ? `${Math.ceil(days)} days` : 'any time';
  return `${took} could pass after an interview until its candidate is told of a decision; the law allows ${lawfulDays}: shorten this or the approval`;
}
