// The month that a neutral page shows, as numbers and words. It must not know how it is drawn.

/** Seven days each, from Monday; 0 where the day is of another month. */
export function weeksOf(today: Date): number[][] {
  const before = (new Date(today.getFullYear(), today.getMonth(), 1).getDay() + 6) % 7;
  const days = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate();
  const count = Math.ceil((before + days) / 7);
  const day = (place: number): number => (place > before && place <= before + days ? place - before : 0);
  return Array.from({ length: count }, (_, week) => Array.from({ length: 7 }, (_, column) => day(week * 7 + column + 1)));
}

/** «agosto 2027», like the server's page. */
export function monthName(today: Date, language: string): string {
  return `${today.toLocaleDateString(language, { month: "long" })} ${today.getFullYear()}`;
}
