// «Salir rápido»: one touch puts a neutral page in place of this one, whether or not the server is reached. The cookie says
// at once that she has left, the key to what this phone keeps goes, and the server marks the session too. Without script the
// form does the same but for the key.

import { leaveBy } from "../leaving/leave";
import { monthName, weeksOf } from "./month";

const AWAY = "away=1";
const NEUTRAL = "/calendar";

export function isAway(): boolean {
  return document.cookie.split("; ").includes(AWAY);
}

export function quickExit(form: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${AWAY}; Path=/; SameSite=Lax${secure}`;
    // Heard from now on: the signal may come back before it is known that the server was not reached.
    const signal = new Promise<void>((done) => addEventListener("online", () => done(), { once: true }));
    const { forgotten, told } = leaveBy("/leave");
    drawMonth(form.dataset["title"] ?? "");
    history.replaceState(null, "", NEUTRAL);
    // The drawn month stays when there is no signal; with it, the server's own page comes instead.
    void Promise.all([told, forgotten]).then(([knows]) => {
      const arrive = (): void => location.replace(NEUTRAL);
      if (knows) arrive();
      else void signal.then(arrive);
    });
  });
}

/** A page kept in memory, or another tab, shows nothing of itself after she has left. */
export function stayAway(): void {
  const check = (): void => {
    if (!isAway() || location.pathname === NEUTRAL) return;
    document.documentElement.hidden = true;
    location.replace(NEUTRAL);
  };
  addEventListener("pageshow", check);
  addEventListener("focus", check);
  document.addEventListener("visibilitychange", check);
}

/** The same month as the server's page, drawn here because the server may be out of reach. */
function drawMonth(title: string): void {
  const now = new Date();
  const main = document.createElement("main");
  main.className = "month";
  const heading = document.createElement("h1");
  heading.textContent = monthName(now, document.documentElement.lang);
  const table = document.createElement("table");
  for (const week of weeksOf(now)) {
    const row = table.insertRow();
    for (const day of week) {
      const cell = row.insertCell();
      if (day > 0) cell.textContent = String(day);
      if (day === now.getDate()) cell.setAttribute("aria-current", "date");
    }
  }
  main.append(heading, table);
  document.body.textContent = "";
  document.body.append(main);
  document.title = title;
  for (const link of document.querySelectorAll("link[rel=icon], link[rel=manifest]")) link.remove();
  scrollTo(0, 0);
}
