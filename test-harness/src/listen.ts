/**
 * A stranger's server that the test plays, for clients to meet.
 */
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { type Address, written } from "./address.ts";
import { Connection, type ConnectionOptions } from "./connection.ts";
import { CallSite } from "./failure.ts";
import { scratchOn } from "./scratch.ts";
import type { Participant, Stage } from "./stage.ts";

export interface ListenOptions {
  /** How the conversation calls it; `stranger` unless told. */
  name?: string;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** Any free one unless told. */
  port?: number;
  /** A Unix stream socket instead: its path, or true for one in a folder of its own. */
  unix?: string | true;
}

export class Listener implements Participant {
  readonly name: string;
  readonly address: Address;
  readonly #stage: Stage;
  readonly #server: Server;
  readonly #waiting: Socket[] = [];
  readonly #accepting: ((socket: Socket) => void)[] = [];

  /** @param server is listening */
  constructor(stage: Stage, name: string, server: Server, address: Address) {
    this.name = name;
    this.address = address;
    this.#stage = stage;
    this.#server = server;
    stage.enter(this);
    server.on("connection", (socket) => {
      const accept = this.#accepting.shift();
      if (accept) accept(socket);
      else this.#waiting.push(socket);
    });
  }

  /** The next connection, in the order in which they came. */
  accept(options: ConnectionOptions = {}): Promise<Connection> {
    return this.#stage.wait<Connection>(
      options,
      new CallSite(),
      (done) => {
        const name = this.#stage.name(options.name ?? "peer");
        const take = (socket: Socket): void => {
          this.#stage.conversation.happened(name, `is accepted by ${this.name}`);
          done(new Connection(this.#stage, name, socket, options));
        };
        const socket = this.#waiting.shift();
        if (socket) take(socket);
        else this.#accepting.push(take);
        return () => {
          const at = this.#accepting.indexOf(take);
          if (at >= 0) this.#accepting.splice(at, 1);
        };
      },
      (why) => `${this.name} on ${written(this.address)}: nobody has connected (${why})`,
    );
  }

  /** Listens no more; the connections it has accepted stay. */
  close(): void {
    this.#server.close();
  }

  leave(): void {
    this.#server.close();
    for (const socket of this.#waiting) socket.destroy();
  }
}

/**
 * @param from where the test listens
 * @throws {Failure} when the address can't be had
 */
export function listenOn(stage: Stage, options: ListenOptions, from: CallSite): Promise<Listener> {
  const { host = "127.0.0.1", port = 0 } = options;
  const path = options.unix === true ? join(scratchOn(stage), "socket") : options.unix;
  const name = stage.name(options.name ?? "stranger");
  const wanted: Address = path === undefined ? { host, port } : { path };
  return stage.wait<Listener>(
    {},
    from,
    (done, fail) => {
      let listening = false;
      // Accepted sockets wait unread, so that `ahead: 0` holds from the first byte.
      const server = createServer({ allowHalfOpen: true, pauseOnConnect: true });
      server.once("error", (error) => fail(`${name}: ${error.message}`));
      server.listen(wanted, () => {
        const at = server.address();
        const address: Address =
          at === null || typeof at === "string" ? { path: path ?? "" } : { host, port: at.port };
        stage.conversation.happened(name, `listens on ${written(address)}`);
        listening = true;
        done(new Listener(stage, name, server, address));
      });
      return () => {
        if (!listening) server.close();
      };
    },
    (why) => `${name}: could not listen on ${written(wanted)} (${why})`,
  );
}
