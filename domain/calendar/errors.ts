/** The calendar has too little opening time in the ten years after an instant to count what was asked. */
export class CalendarNeverOpens extends Error {
  override readonly name = 'CalendarNeverOpens';

  constructor(from: string) {
    super(`Too little opening time in the ten years after ${from}: look at the opening hours and holidays.`);
  }
}
