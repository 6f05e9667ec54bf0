/** What a child process gets from its parent: read from a descriptor while the program loads. */
import { deserialize, serialize } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { CHILD_VARIABLE } from "../builtins/program.ts";
import { prctl } from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { constants as system } from "node:os";
import { setInheritable } from "../libc/flags.ts";
import type { Address } from "../libc/sockaddr.ts";
import { Socket } from "../socket/socket.ts";
import { takeArguments } from "../started/arguments.ts";
import { become, type Identity } from "../started/identity.ts";

/** The environment variable with the number of the descriptor. */
export const CHANNEL_VARIABLE = "NETNOTES_CHANNEL";

/** What a child is to do, and who it is. */
export interface Errand extends Identity {
  readonly argv: readonly string[];
  /** The parent's process id, if the child is not to outlive it; otherwise 0. */
  readonly parent: number;
  readonly descriptors: readonly number[];
  /** Packed: the target and its arguments; undefined when there is nothing to do. */
  readonly call: unknown;
}

/** Sends a child its errand. One that is gone already does not need it. */
export function send(channel: Socket<Address>, errand: Errand): void {
  try {
    channel.sendall(serialize(errand));
    channel.shutdown(constants.SHUT_WR);
  } catch (error) {
    const gone = ["EPIPE", "ECONNRESET", "ENOTCONN"];
    if (!gone.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function receive(fd: number): Errand {
  // The child keeps it open: its parent sees by it that the child lives.
  const channel = new Socket<Address>(fd, constants.AF_UNIX, constants.SOCK_STREAM, 0);
  const pieces: Buffer[] = [];
  for (let piece; (piece = channel.recv(65536)).length > 0;) pieces.push(piece);
  const errand = deserialize(Buffer.concat(pieces)) as Errand;
  for (const inherited of [fd, ...errand.descriptors]) setInheritable(inherited, false);
  if (errand.parent !== 0) dieWith(errand.parent);
  return errand;
}

/** Has the kernel kill this process when its parent ends, even by kill -9. macOS cannot. */
function dieWith(parent: number): void {
  if (prctl?.(constants.PR_SET_PDEATHSIG, system.signals.SIGKILL) !== 0) return;
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); // it ended before that
}

const fd = isMainThread ? process.env[CHANNEL_VARIABLE] : undefined;

/** This process's; undefined in the program itself. */
export const errand: Errand | undefined = fd === undefined ? undefined : receive(Number(fd));

// What the program starts by other means is no child of ours.
if (errand !== undefined) {
  become(errand);
  delete process.env[CHANNEL_VARIABLE];
  delete process.env[CHILD_VARIABLE];
  takeArguments(errand.argv);
}
