// Signing out: the key to what this phone keeps goes first, then the server ends the session, at once or when there is signal
// again. Without script the form posts, and the server ends the session.

import { leaveBy } from "../leaving/leave";

export function signOut(form: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { forgotten, told } = leaveBy("/sign-out");
    void Promise.all([told, forgotten]).then(() => location.replace("/"));
  });
}
