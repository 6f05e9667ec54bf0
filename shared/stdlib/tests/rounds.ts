/** How often something is started to see whether it leaves anything behind. */

/** Batches of ten: 300 starts in CI, where time is no matter, and 30 elsewhere. NETNOTES_BATCHES says more. */
export const BATCHES = Number(process.env["NETNOTES_BATCHES"] ?? (process.env["CI"] ? 30 : 3));
