// The worker is asked for only once the page stands and nothing else is to be done, so that a first visit costs no more than
// before; and only for who is signed in: others have nothing to keep. Over plain HTTP browsers know no worker.

export function registerWorker(): void {
  if (!isSecureContext || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    // Nothing is lost where it cannot be had: everything else works without.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  };
  const whenIdle = (): void => {
    if ("requestIdleCallback" in window) requestIdleCallback(register, { timeout: 10_000 });
    else setTimeout(register, 2_000);
  };
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
}
