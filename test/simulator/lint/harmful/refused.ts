import type { RuleName } from '../../../../simulator/lint/rule-names.ts';
import type { Edit } from '../edit.ts';

/** An edit that hurts somebody, and the rule that is to find it. */
export interface Refused extends Edit {
  readonly rule: RuleName;
}
