import type { RecordedJourney } from '../../../../domain/journeys/recorded.ts';
import type { Settings } from '../../../../domain/settings/settings.ts';
import type { Finding } from '../../../../simulator/lint/finding.ts';
import type { PartFound } from '../../../../simulator/proof/parts.ts';
import type { Proof } from '../../../../simulator/proof/prove.ts';
import type { Difference } from '../../../../simulator/what-if/difference.ts';
import type { Compared } from '../../../../simulator/what-if/compared.ts';
import type { Summary } from '../../../../simulator/what-if/many.ts';
import type { Played } from '../../../../simulator/what-if/play.ts';

export type { Finding } from '../../../../simulator/lint/finding.ts';
export type { PartFound } from '../../../../simulator/proof/parts.ts';
export type { Proof, Verdict } from '../../../../simulator/proof/prove.ts';
export type { Difference } from '../../../../simulator/what-if/difference.ts';
export type { Entry } from '../../../../simulator/what-if/timeline.ts';

/** All that a journey depends on: the definitions by name, the settings, the templates as `<locale>/<message>`. */
export interface Edition {
  readonly machines: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly templates: readonly string[];
}

/** One journey, and what candidates would notice of it against the published edition. */
export interface Simulated {
  readonly title: string;
  readonly played: Played;
  readonly noticed: readonly Difference[];
}

/** What became of past applications with an edit, and who would have heard earlier or later. */
export type Replayed = Summary & Compared;

/** What the worker can be asked, and what it answers. */
export interface Work {
  readonly lint: { asked: { edition: Edition; name: string }; answer: readonly Finding[] };
  readonly simulate: {
    asked: { edited: Edition; published: Edition; scenarios: readonly string[]; at: string };
    answer: readonly Simulated[];
  };
  /** Plays what was decided in past applications; the progress counts journeys. */
  readonly replay: {
    asked: { edited: Edition; published: Edition; journeys: readonly RecordedJourney[] };
    answer: Replayed;
  };
  /** How many parts a proof has; each can be searched in a thread of its own. */
  readonly parts: { asked: undefined; answer: number };
  readonly search: { asked: { edition: Edition; part: number }; answer: PartFound };
  readonly conclude: { asked: { edition: Edition; found: readonly PartFound[] }; answer: Proof };
}

export type Kind = keyof Work;

/** A question as it is posted to the worker. */
export type Question = {
  [K in Kind]: { readonly id: number; readonly kind: K; readonly asked: Work[K]['asked'] };
}[Kind];

/** How far a search or a replay is: situations seen or journeys played, and those still to come. */
export interface Progress {
  readonly places: number;
  readonly waiting: number;
}

/** What is posted back; `refused` is why there is no answer, in words. */
export type Answer =
  | { readonly id: number; readonly answer: Work[Kind]['answer'] }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly refused: string };
