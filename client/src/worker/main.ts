// The worker that lets the app open without signal. It answers two things only: what it keeps itself (the kit and the assets, by
// Workbox) and a page that somebody opens. Every other request goes its way untouched. What it keeps of a person is sealed in the
// vault. A newer worker waits until no page uses this one.

import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { PrecacheRoute } from "workbox-precaching/PrecacheRoute.js";
import { NavigationRoute } from "workbox-routing/NavigationRoute.js";
import { Route } from "workbox-routing/Route.js";
import { Router } from "workbox-routing/Router.js";
import { SEEN } from "../downloads/library";
import { LANGUAGE, arrived, isAway, settle } from "../leaving/marks";
import { KEPT_PATHS } from "../offline/kept_paths";
import { open } from "../vault/vault";
import { readKit, type Kit } from "./kit";
import { answer, comeBack, isOurPage } from "./navigation";
import { kept, missing, spared, type Phone } from "./shelf";
import { snapshotOf } from "./snapshot";

declare const self: ServiceWorkerGlobalScope & {
  /** Made by the server, before this script. */
  __KIT: { version: string; precache: string[] };
};

const KIT = "/kit.json";
/** «Continuar» on the calendar. */
const BACK = "/back";
/** How long somebody waits for the network when there is something to show instead. */
const PATIENCE = 4_000;

const precache = new PrecacheController();
precache.addToCacheList([
  ...self.__KIT.precache.map((url) => ({ url, revision: null })),
  { url: KIT, revision: self.__KIT.version },
]);

self.addEventListener("install", (event) => {
  void precache.install(event);
});

self.addEventListener("activate", (event) => {
  void precache.activate(event);
  // The browser asks the server while this worker wakes up.
  event.waitUntil(self.registration.navigationPreload?.enable());
});

const router = new Router();
router.registerRoute(new PrecacheRoute(precache, { directoryIndex: "", cleanURLs: false }));
router.registerRoute(new NavigationRoute(({ event }) => navigate(event as FetchEvent)));
router.registerRoute(new Route(({ request, url }) => request.mode === "navigate" && url.pathname === BACK, ({ event }) => back(event as FetchEvent), "POST"));
router.addFetchListener();

function navigate(event: FetchEvent): Promise<Response> {
  const path = new URL(event.request.url).pathname;
  return answer({
    network: () => fromNetwork(event, path),
    patience: () => new Promise((done) => setTimeout(done, PATIENCE)),
    kept: () => withKit((kit, phone) => kept(path, kit, phone)),
    downloaded: () => withKit((kit, phone) => spared(path, kit, phone)),
    missing: () => withKit((kit, phone) => missing(path, kit, phone)),
  });
}

async function fromNetwork(event: FetchEvent, path: string): Promise<Response> {
  const preloaded = event.preloadResponse as Promise<Response | undefined> | undefined;
  preloaded?.catch(() => undefined);
  const since = await open().then((vault) => vault.forgotten(), () => 0);
  // Had she left without signal, the server is told before it may show anything; what it said before that does not count.
  const owed = await settle();
  const response = (owed === "nothing" ? await preloaded : undefined) ?? (await fetch(event.request));
  if (KEPT_PATHS.includes(path) && isOurPage(response)) event.waitUntil(keepSeen(path, response.clone(), since));
  return response;
}

/** She is back: her key is asked for here too, since the page may be left before it has come. */
async function keepSeen(path: string, response: Response, since: number): Promise<void> {
  try {
    const snapshot = snapshotOf(await response.text());
    if (snapshot === undefined) return;
    const { who, ...shown } = snapshot;
    const vault = await open();
    if ((await arrived(shown.language, since)) === "told") return;
    await vault.unlock(who, since);
    await vault.index.put(who, SEEN + path, { ...shown, at: Date.now() });
  } catch {
    // No key, no room, or the answer was cut: the one kept before stays.
  }
}

function back(event: FetchEvent): Promise<Response> {
  return comeBack({
    // The server hears that she left before it hears that she is back.
    network: () => settle().then(() => fetch(event.request)),
    patience: () => new Promise((done) => setTimeout(done, PATIENCE)),
  });
}

async function withKit<T>(then: (kit: Kit, phone: Phone) => Promise<T>): Promise<T | undefined> {
  const kit = await readKit(await precache.matchPrecache(KIT));
  return kit && then(kit, await phone(kit));
}

/** What can be read now. Where the storage cannot be used, the neutral pages are still there. */
async function phone(kit: Kit): Promise<Phone> {
  const browser = [...self.navigator.languages, self.navigator.language];
  const neutral = { away: false, library: undefined, language: kit.language(browser), now: new Date() };
  try {
    const vault = await open();
    const away = await isAway(vault);
    const language = kit.language([await vault.meta.get<string>(LANGUAGE), ...browser]);
    const who = await vault.meta.get<string>("last");
    const here = who !== undefined && !away && (await vault.isOpen(who));
    const library = here ? { who, index: vault.index, content: vault.content } : undefined;
    return { ...neutral, away, library, language };
  } catch {
    return neutral;
  }
}
