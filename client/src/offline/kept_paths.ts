// Of which addresses what was seen last is kept. Page and worker must agree on it.

export const KEPT_PATHS: readonly string[] = ["/today", "/programme"];
