/**
 * Connects to a server as a stranger would.
 */
import { connect, type TcpSocketConnectOpts } from "node:net";
import { type Address, reachable, written } from "./address.ts";
import { Connection, type ConnectionOptions } from "./connection.ts";
import type { CallSite } from "./failure.ts";
import type { Stage } from "./stage.ts";

/** A server that was started, or where any server is. */
export type Where = Address | { readonly address: Address };

/**
 * @param where over TCP, or a Unix stream socket by its path
 * @param from where the test dials
 * @throws {Failure} when nobody answers there, or the deadline passes
 */
export async function dialOn(
  stage: Stage,
  where: Where,
  options: ConnectionOptions,
  from: CallSite,
): Promise<Connection> {
  const address = addressOf(where);
  const name = stage.name(options.name ?? "peer");
  const place = written(address);
  return stage.wait(
    options,
    from,
    (done, fail) => {
      const socket = connect({ ...(address as TcpSocketConnectOpts), allowHalfOpen: true });
      socket.pause();
      const refused = (error: NodeJS.ErrnoException): void =>
        fail(`${name}: could not connect to ${place}: ${error.code ?? error.message}`);
      socket.once("error", refused);
      socket.once("connect", () => {
        socket.off("error", refused);
        stage.conversation.happened(name, `connects to ${place}`);
        done(new Connection(stage, name, socket, options));
      });
      return () => {
        if (socket.connecting) socket.destroy();
      };
    },
    (why) => `${name}: no connection to ${place} (${why})`,
  );
}

/** The address of a server, as one who connects needs it. */
export function addressOf(where: Where): Address {
  return reachable("address" in where ? where.address : where);
}
