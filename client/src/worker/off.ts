// The worker that ends the worker: the server gives it in place of the other when its operator has switched that off. It takes
// over at once, removes what the other had cached, and goes. What people wrote lies in the vault, which it does not touch.

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => {
  void self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const clear = async (): Promise<void> => {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(clear());
});

export {};
