// What this phone can show of an address without the network: always the neutral pages; for the person whose key is here, the
// pages she saw and what she downloaded; after a quick exit the calendar alone. It must not know how any of it came here.

import { findDownload, findQuiz, seenPage, type Library } from "../downloads/library";
import { KEPT_PATHS } from "../offline/kept_paths";
import { calendarOf, compose, type Page } from "./compose";
import type { Kit } from "./kit";

/** What the phone knows, as far as it can be read now. */
export interface Phone {
  /** She left in a hurry and has not come back. */
  away: boolean;
  /** Only where her key is here. */
  library: Library | undefined;
  language: string;
  now: Date;
}

export async function kept(path: string, kit: Kit, phone: Phone): Promise<Response | undefined> {
  const words = kit.in(phone.language);
  if (words === undefined) return undefined;
  if (path === "/calendar") return kit.page(calendarOf(phone.now, phone.language, words.calendar), 200);
  if (phone.away) return redirect("/calendar");
  const neutral = { "/who-to-tell": words.who_to_tell, "/outbox": words.outbox, "/": words.start }[path];
  if (neutral !== undefined) return page(kit, phone, { ...neutral, path, state: "neutral" });
  const { library } = phone;
  if (library === undefined) return undefined;
  if (KEPT_PATHS.includes(path)) {
    const seen = await seenPage(library, path);
    return seen && page(kit, phone, { title: seen.title, html: seen.html, at: seen.at, path, state: "seen" }, seen.language);
  }
  return ofTopics(path, kit, phone, "downloaded");
}

/** What she downloaded of this address, in place of a page that would go past her limit of data. */
export async function spared(path: string, kit: Kit, phone: Phone): Promise<Response | undefined> {
  return phone.away ? undefined : ofTopics(path, kit, phone, "spared");
}

async function ofTopics(path: string, kit: Kit, phone: Phone, state: "downloaded" | "spared"): Promise<Response | undefined> {
  const { library } = phone;
  if (library === undefined) return undefined;
  const attempt = /^\/attempts\/([0-9a-f-]{36})(\/|$)/.exec(path)?.[1];
  if (attempt !== undefined) {
    const activity = await findQuiz(library, attempt);
    return activity === undefined ? undefined : redirect(`/activities/${activity}`);
  }
  const found = await findDownload(library, path);
  return found && page(kit, phone, { title: found.title, html: found.html, path, state }, found.language);
}

export async function missing(path: string, kit: Kit, phone: Phone): Promise<Response | undefined> {
  const words = kit.in(phone.language);
  return words && page(kit, phone, { ...words.offline, path, state: "missing" });
}

function page(kit: Kit, phone: Phone, shown: Page, language = phone.language): Response | undefined {
  const words = kit.in(language) ?? kit.in(phone.language);
  if (words === undefined) return undefined;
  const whose = phone.library === undefined ? shown : { ...shown, who: phone.library.who };
  return kit.page(compose(words.frame, whose), shown.state === "missing" ? 503 : 200);
}

function redirect(to: string): Response {
  return new Response(null, { status: 302, headers: { location: to } });
}
