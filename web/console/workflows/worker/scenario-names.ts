import { scenarios } from '../../../../simulator/what-if/scenarios.ts';

/** The journeys that can be played, by name, with what happens in them. */
export const scenarioTitles: readonly { readonly name: string; readonly title: string }[] = scenarios.map(
  ({ name, title }) => ({ name, title }),
);
