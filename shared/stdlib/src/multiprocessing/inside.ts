/** A child process from the inside: once the program has loaded, it calls the target. */
import { unpack } from "../started/parcel.ts";
import type { Callable } from "../started/program.ts";
import { tellUncaught } from "../started/uncaught.ts";
import { errand, type Errand } from "./errand.ts";

if (errand !== undefined) queueMicrotask(() => work(errand as Errand));

function work({ name, call }: Errand): void {
  try {
    const [target, args] = (unpack(call) ?? []) as [Callable?, never[]?];
    target?.(...(args ?? []));
  } catch (error) {
    tellUncaught(`Process ${name}:`, error);
    process.exitCode = 1;
  }
}
