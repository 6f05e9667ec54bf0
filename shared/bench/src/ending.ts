/** Ends what was started when a signal ends the measuring. */
import { endAll } from "./conversation.ts";
import { progressEnds } from "./progress.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Lets Ctrl+C end this process and everything that it started.
 *
 * The programs are in process groups of their own, which a terminal's Ctrl+C does not reach. Afterwards the
 * signal is sent again with its default action, so that whoever waits for this process sees the signal.
 */
export function endWithSignals(): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      progressEnds();
      endAll();
      process.kill(process.pid, signal);
    });
  }
}
