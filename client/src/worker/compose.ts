// Pages made on the phone: the kit's frame around something that was kept, and the neutral month. Pure, text in and text out; it
// must not know where either comes from.

import { monthName, weeksOf } from "../behaviours/month";

/** What stands in the frame. */
export interface Page {
  /** As a person reads it, not as HTML. */
  title: string;
  /** Ours: rendered by the server, and kept sealed or in the kit. */
  html: string;
  /** The address at which it is shown; its place in the bar is marked. */
  path: string;
  /** Whose page it is; a neutral page is nobody's. */
  who?: string;
  /** What the page says of itself by `data-offline`. */
  state: "seen" | "downloaded" | "spared" | "neutral" | "missing";
  /** When it was seen, in milliseconds since 1970. */
  at?: number;
}

export function compose(frame: string, page: Page): string {
  const said: Record<string, string | undefined> = {
    "data-who": page.who,
    "data-offline": page.state,
    "data-seen": page.at === undefined ? undefined : String(page.at),
  };
  const attributes = Object.entries(said).map(([name, value]) => (value === undefined ? "" : ` ${name}="${escape(value)}"`));
  // Replacements are functions: a `$` in a page is only a `$`.
  return frame
    .replace(/<title>(.*?)<!--title-->(.*?)<\/title>/s, (_, before: string, after: string) => {
      const bare = page.title.endsWith(after) ? page.title.slice(0, page.title.length - after.length) : page.title;
      return `<title>${before}${escape(bare)}${after}</title>`;
    })
    .replace(/<body\b/, (body) => body + attributes.join(""))
    .replace(`<a href="${page.path}">`, (link) => `${link.slice(0, -1)} aria-current="page">`)
    .replace("<!--page-->", () => page.html);
}

/** The kit's calendar was drawn on the day it was fetched: the month of today is drawn into it. */
export function calendarOf(today: Date, language: string, page: string): string {
  const cell = (day: number): string => {
    if (day === 0) return "<td></td>";
    return day === today.getDate() ? `<td aria-current="date">${day}</td>` : `<td>${day}</td>`;
  };
  const rows = weeksOf(today).map((week) => `<tr>${week.map(cell).join("")}</tr>`);
  return page
    .replace(/(<h1[^>]*>).*?(<\/h1>)/s, (_, open: string, close: string) => open + escape(monthName(today, language)) + close)
    .replace(/(<tbody[^>]*>).*?(<\/tbody>)/s, (_, open: string, close: string) => open + rows.join("") + close);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
