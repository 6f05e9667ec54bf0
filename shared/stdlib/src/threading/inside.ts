/** A thread from the inside: once the program has loaded, it calls the target. */
import { takeArguments } from "../started/arguments.ts";
import { unpack } from "../started/parcel.ts";
import type { Callable } from "../started/program.ts";
import { tellUncaught } from "../started/uncaught.ts";
import { order, type Order } from "./order.ts";

// Now, so that the program finds its arguments already while it loads.
if (order !== undefined) {
  takeArguments(order.argv);
  queueMicrotask(() => work(order as Order));
}

function work({ thread, call }: Order): void {
  try {
    const [target, args] = (unpack(call) ?? []) as [Callable?, never[]?];
    target?.(...(args ?? []));
  } catch (error) {
    tellUncaught(`Exception in thread ${thread.name}:`, error);
  }
}
