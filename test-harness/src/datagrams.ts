/**
 * A UDP peer that the test plays: whole datagrams in, whole datagrams out.
 */
import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { difference } from "./difference.ts";
import { excerpt } from "./excerpt.ts";
import { CallSite } from "./failure.ts";
import { type Address, type HostPort, written } from "./address.ts";
import { addressOf, type Where } from "./dial.ts";
import type { Participant, Stage, Within } from "./stage.ts";

/** How many datagrams are kept that nobody has read; the next ones are lost, as in a full kernel buffer. */
const AHEAD = 4096;

export interface Datagram {
  readonly bytes: Buffer;
  readonly from: HostPort;
}

export interface DatagramOptions {
  /** How the conversation calls it; `peer` unless told. */
  name?: string;
}

export class DatagramPeer implements Participant {
  readonly name: string;
  /** Its own address. */
  readonly address: HostPort;
  readonly #stage: Stage;
  readonly #socket: Socket;
  readonly #unread: Datagram[] = [];
  readonly #waiting: ((datagram: Datagram) => void)[] = [];
  #to: HostPort | undefined;

  /**
   * @param socket is bound
   * @param to where it sends unless told; otherwise to whom it has heard last
   */
  constructor(stage: Stage, name: string, socket: Socket, to?: HostPort) {
    const { address: host, port } = socket.address();
    this.name = name;
    this.address = { host, port };
    this.#stage = stage;
    this.#socket = socket;
    this.#to = to;
    stage.enter(this);
    socket.on("message", (bytes, from) => this.#receive(bytes, from));
    socket.on("error", (error) => stage.conversation.happened(name, error.message));
  }

  /**
   * Sends one datagram.
   *
   * @param to the receiver; unless told, the server it was made for, or whom it has heard last
   * @throws {Failure} when the kernel refuses it: EMSGSIZE over 65,507 bytes on IPv4
   */
  send(message: string | Uint8Array, to: Where | undefined = this.#to): Promise<void> {
    const from = new CallSite();
    const bytes = Buffer.from(message);
    const address = to && addressOf(to);
    if (address?.port === undefined) throw this.#stage.failure(`${this.name}: send to whom?`, from);
    this.#stage.conversation.datagram(this.name, ">", bytes);
    return this.#stage.wait(
      {},
      from,
      (done, fail) => {
        this.#socket.send(bytes, address.port, address.host, (error) => {
          if (error) fail(`${this.name}: could not send to ${written(address)}: ${error.message}`);
          else done(undefined);
        });
        return () => {};
      },
      (why) => `${this.name}: could not send ${bytes.length} bytes (${why})`,
    );
  }

  /**
   * Expects the next datagram to be exactly this, or to match.
   *
   * @returns it and its sender, to whom `send` answers from now on
   */
  expect(expected: string | Uint8Array | RegExp, within: Within = {}): Promise<Datagram> {
    const pattern = expected instanceof RegExp ? expected : undefined;
    const exactly = expected instanceof RegExp ? undefined : Buffer.from(expected);
    const what = pattern
      ? `${pattern}`
      : `the datagram "${excerpt(exactly ?? Buffer.alloc(0), 64)}"`;
    const fits = ({ bytes }: Datagram): boolean =>
      exactly ? exactly.equals(bytes) : (pattern?.test(bytes.toString()) ?? false);
    return this.#stage.wait<Datagram>(
      within,
      new CallSite(),
      (done, fail) => {
        const take = (datagram: Datagram): void => {
          if (fits(datagram)) return done(datagram);
          const came = exactly
            ? difference(exactly, datagram.bytes)
            : `  but came  ${excerpt(datagram.bytes)}`;
          fail(`${this.name}: expected ${what}, but another datagram came\n${came}`);
        };
        const next = this.#unread.shift();
        if (next) take(next);
        else this.#waiting.push(take);
        return () => {
          const at = this.#waiting.indexOf(take);
          if (at >= 0) this.#waiting.splice(at, 1);
        };
      },
      (why) => `${this.name}: expected ${what}, but nothing came (${why})`,
    );
  }

  close(): void {
    this.#stage.conversation.happened(this.name, "closes");
    this.leave();
  }

  leave(): void {
    try {
      this.#socket.close();
    } catch {
      // closed already
    }
  }

  #receive(bytes: Buffer, { address, port }: RemoteInfo): void {
    const from = { host: address, port };
    this.#to = from;
    this.#stage.conversation.datagram(this.name, "<", bytes);
    const take = this.#waiting.shift();
    if (take) take({ bytes, from });
    else if (this.#unread.length < AHEAD) this.#unread.push({ bytes, from });
  }
}

/**
 * Binds a UDP socket.
 *
 * @param host the address to bind; port 0
 * @param to where it sends unless told
 */
export function datagramsOn(
  stage: Stage,
  options: DatagramOptions & { host: string; to?: Address },
  from: CallSite,
): Promise<DatagramPeer> {
  const { host, to } = options;
  const name = stage.name(options.name ?? "peer");
  return stage.wait<DatagramPeer>(
    {},
    from,
    (done, fail) => {
      let bound = false;
      const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
      socket.once("error", (error) => fail(`${name}: ${error.message}`));
      socket.bind(0, host, () => {
        socket.removeAllListeners("error");
        const peer = new DatagramPeer(stage, name, socket, to?.port === undefined ? undefined : to);
        stage.conversation.happened(name, `is at ${written(peer.address)}`);
        bound = true;
        done(peer);
      });
      return () => {
        if (!bound) socket.close();
      };
    },
    (why) => `${name}: could not bind to ${host} (${why})`,
  );
}
