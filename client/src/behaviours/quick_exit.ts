// «Salir rápido»: one touch puts a neutral page in place of this one, whether or not the server is reached. The cookie says
// at once that she has left; the server marks the session too. Without script the form does the same.

const AWAY = "away=1";
const NEUTRAL = "/calendar";

function isAway(): boolean {
  return document.cookie.split("; ").includes(AWAY);
}

export function quickExit(form: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${AWAY}; Path=/; SameSite=Lax${secure}`;
    const title = form.dataset["title"] ?? "";
    drawMonth(title);
    history.replaceState(null, "", NEUTRAL);
    // The drawn month stays when there is no signal; with it, the server's own page comes instead.
    const arrive = (): void => location.replace(NEUTRAL);
    fetch("/leave", { method: "POST", keepalive: true, redirect: "manual" }).then(arrive, () => {
      addEventListener("online", arrive);
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
  const first = new Date(now.getFullYear(), now.getMonth(), 1);
  const days = new Date(now.getFullYear(), now.getMonth() + 1, 0).getDate();
  const main = document.createElement("main");
  main.className = "month";
  const heading = document.createElement("h1");
  heading.textContent = first.toLocaleDateString(document.documentElement.lang, { month: "long", year: "numeric" });
  const table = document.createElement("table");
  // Weeks begin on Monday.
  for (let day = 1 - ((first.getDay() + 6) % 7); day <= days; ) {
    const week = table.insertRow();
    for (let column = 0; column < 7; column++, day++) {
      const cell = week.insertCell();
      if (day >= 1 && day <= days) cell.textContent = String(day);
      if (day === now.getDate()) cell.setAttribute("aria-current", "date");
    }
  }
  main.append(heading, table);
  document.body.textContent = "";
  document.body.append(main);
  document.title = title;
  document.querySelector("link[rel=icon]")?.remove();
  scrollTo(0, 0);
}
