// Words that the server put on an element or around it as `data-words-…`, with their places filled in; numbers and times as a
// person writes them. The script has no words of its own.

/** Empty where nobody around says it. */
export function word(element: Element, name: string, values: Record<string, string | number> = {}): string {
  const text = element.closest(`[data-words-${name}]`)?.getAttribute(`data-words-${name}`) ?? "";
  return fill(text, values);
}

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Of a list that has the words for 0, for 1 and so on: so that every language can count as it does. */
export function counted(list: string, count: number): string {
  return list.split("|")[count] ?? "";
}

/** «3 cosas esperan señal»: the words `name-one`, or `name-other` and whatever else the language has, with their number for `#`. */
export function forCount(element: Element, name: string, count: number): string {
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  const found = word(element, `${name}-${category}`) || word(element, `${name}-other`);
  return found.replace("#", String(count));
}

/** As the server writes sizes: «90 kB», «1,4 MB». Rounded up: nobody waits for less than was said. */
export function size(bytes: number, language: string): string {
  if (bytes < 100_000) return `${Math.max(1, Math.ceil(bytes / 1_000))} kB`;
  const [unit, name] = bytes < 1e9 ? [1e6, "MB"] : [1e9, "GB"];
  const tenths = String(Math.ceil((bytes * 10) / unit)).padStart(2, "0");
  return `${tenths.slice(0, -1)}${language === "en" ? "." : ","}${tenths.slice(-1)} ${name}`;
}

/** «9:40», and with the day where it was not today. */
export function moment(at: Date, now: Date, language: string): { name: "seen" | "seen-before"; time: string } {
  const time: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  if (at.toDateString() === now.toDateString()) return { name: "seen", time: at.toLocaleTimeString(language, time) };
  return { name: "seen-before", time: at.toLocaleString(language, { day: "numeric", month: "long", ...time }) };
}

/** When it was seen, by the words `seen` and `seen-before`. */
export function seenAt(element: Element, at: number): string {
  const { name, time } = moment(new Date(at), new Date(), document.documentElement.lang);
  return word(element, name, { time });
}
