import type { Edit } from '../edit.ts';
import type { Judgement } from '../judge.ts';

/** An edit that hurts somebody, and who is to refuse it. */
export interface Harmful {
  readonly what: string;
  readonly by: Judgement['by'];
  readonly edit: Edit;
}
