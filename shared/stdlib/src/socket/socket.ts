/** The Socket: names, connections, options. What moves bytes is in transfer.ts. */
import { inspect } from "node:util";
import { str } from "../builtins/repr.ts";
import { OSError } from "../exceptions/os-error.ts";
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { failure } from "../libc/failure.ts";
import { duplicate, setBlocking } from "../libc/flags.ts";
import { errno } from "../libc/native.ts";
import { readAddress, STORAGE_LENGTH, type Address, type InetAddress } from "../libc/sockaddr.ts";
import { described, place, storage, type AddressArgument } from "./address.ts";
import { int } from "./arguments.ts";
import { connectTo, errorNumber, TIMED_OUT } from "./connect.ts";
import { defaultTimeout } from "./defaults.ts";
import { makefile } from "./makefile.ts";
import type { FileMode, FileOptions, SocketFile } from "./makefile.ts";
import { acceptOn, peer, peerLength } from "./open.ts";
import { bytesOption, intOption, setOption } from "./options.ts";
import { Transfer } from "./transfer.ts";
import { deadlineIn, READABLE, timedOut } from "./wait.ts";

const addressLength = new Uint32Array(1);

/**
 * A socket. Make one with `socket()`, `create_server()`, `create_connection()` or `socketpair()`.
 *
 * A is the type of its addresses, which follows from its family. A call on a closed socket throws OSError
 * EBADF. Where no address is given to a method, its errors are those of the manual page of its name.
 */
export class Socket<A extends Address = InetAddress> extends Transfer<A> {
  /** For this library: a socket around a descriptor that nobody else closes. */
  constructor(fd: number, family: number, type: number, proto: number) {
    super(fd, family, type, proto, defaultTimeout());
    if (this.timeout >= 0) setBlocking(fd, false);
  }

  /**
   * Takes an address of this host.
   *
   * @param address port 0 for any free one, host "" for all of them
   * @throws OSError EADDRINUSE, EADDRNOTAVAIL, EACCES; OverflowError for a port beyond 65535
   */
  bind(address: AddressArgument): void {
    const length = place(this.family, address, "bind");
    if (calls.bind(this.fd, storage, length) === 0) return;
    throw failure("bind", errno(), described(address));
  }

  /**
   * Lets clients connect.
   *
   * @param backlog how many connections may be complete and wait for `accept`; less than 0 counts as 0
   */
  listen(backlog = Math.min(constants.SOMAXCONN, 128)): void {
    if (calls.listen(this.fd, Math.max(0, int(backlog))) === 0) return;
    throw failure("listen", errno(), this.#ownName());
  }

  /** Takes the first completed connection, waiting for one: a socket of its own, and who it is. */
  accept(): [conn: Socket<A>, address: A] {
    const deadline = this.timeout > 0 ? deadlineIn(this.timeout) : 0;
    for (;;) {
      if (this.timeout > 0) this.await(READABLE, deadline);
      const fd = acceptOn(this.fd);
      if (fd >= 0) {
        const conn = new Socket<A>(fd, this.family, this.type, this.proto);
        return [conn, readAddress(peer, peerLength[0] ?? 0) as A];
      }
      this.again("accept", deadline);
    }
  }

  /**
   * Connects, waiting for the outcome. On a datagram socket it only fixes whom to talk to.
   *
   * @throws ConnectionRefusedError, TimeoutError, gaierror; BlockingIOError from a socket that never waits
   */
  connect(address: AddressArgument): void {
    const length = place(this.family, address, "connect");
    const outcome = connectTo(this.fd, storage, length, this.timeout);
    if (outcome === 0) return;
    if (outcome === TIMED_OUT) throw timedOut();
    throw failure("connect", outcome, described(address));
  }

  /** Like `connect`, but returns the error's number, or 0. It still throws for a wrong address. */
  connect_ex(address: AddressArgument): number {
    const length = place(this.family, address, "connect_ex");
    return errorNumber(connectTo(this.fd, storage, length, this.timeout));
  }

  /** Ends one direction or both: SHUT_WR tells the peer that nothing more comes, SHUT_RD, SHUT_RDWR. */
  shutdown(how: number): void {
    if (calls.shutdown(this.fd, int(how)) === 0) return;
    throw failure("shutdown", errno());
  }

  /** Its own address; port 0 of `bind` has become a real one. */
  getsockname(): A {
    return this.#name("getsockname");
  }

  /** The address at the other end. Throws OSError ENOTCONN when there is none. */
  getpeername(): A {
    return this.#name("getpeername");
  }

  /**
   * Sets an option.
   *
   * @param level SOL_SOCKET, IPPROTO_TCP and so on
   * @param value a number for a C int, bytes for a struct
   */
  setsockopt(level: number, optname: number, value: number | boolean | Uint8Array): void {
    setOption(this.fd, level, optname, value);
  }

  /** Reads an option: a C int, or with `buflen` (1 to 1024) as many bytes as there are, at most that. */
  getsockopt(level: number, optname: number): number;
  getsockopt(level: number, optname: number, buflen: number): Buffer;
  getsockopt(level: number, optname: number, buflen = 0): number | Buffer {
    return buflen === 0
      ? intOption(this.fd, level, optname)
      : bytesOption(this.fd, level, optname, buflen);
  }

  /** A second socket for the same connection; it ends when both are closed, or at a `shutdown`. */
  dup(): Socket<A> {
    const copy = new Socket<A>(duplicate(this.fd), this.family, this.type, this.proto);
    copy.settimeout(this.gettimeout());
    return copy;
  }

  /**
   * A file that reads from and writes to the socket; closing both closes the connection.
   *
   * @param mode "r", "w", "rw" for text, with "b" for bytes; without any "r"
   */
  makefile<M extends FileMode = "r">(mode?: M, options?: FileOptions): SocketFile<M> {
    return makefile(this, mode ?? ("r" as M), options);
  }

  /** As Python's repr has it: `<socket.socket fd=3, family=2, type=1, proto=0, laddr=('127.0.0.1', 80)>`. */
  override toString(): string {
    const state = this.closed ? " [closed]" : "";
    const kind = `family=${this.family}, type=${this.type}, proto=${this.proto}`;
    return `<socket.socket${state} fd=${this.fd}, ${kind}${this.#ends()}>`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  #ends(): string {
    let ends = "";
    if (this.closed) return ends;
    for (const [label, call] of [
      ["laddr", "getsockname"],
      ["raddr", "getpeername"],
    ] as const) {
      try {
        const name = this.#name(call);
        if (name !== null && name !== "") ends += `, ${label}=${str(name)}`;
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
      }
    }
    return ends;
  }

  #name(call: "getsockname" | "getpeername"): A {
    addressLength[0] = STORAGE_LENGTH;
    if (calls[call](this.fd, storage, addressLength) === -1) throw failure(call, errno());
    return readAddress(storage, addressLength[0]) as A;
  }

  #ownName(): string | undefined {
    addressLength[0] = STORAGE_LENGTH;
    if (calls.getsockname(this.fd, storage, addressLength) === -1) return undefined;
    const name = readAddress(storage, addressLength[0]);
    return name === null ? undefined : described(name);
  }
}
