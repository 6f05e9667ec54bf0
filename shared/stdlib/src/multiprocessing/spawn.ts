/** Starting a program as a child process (posix_spawn(3)). */
import { constants as system } from "node:os";
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { failure } from "../libc/failure.ts";
import { native } from "../libc/native.ts";

const { POSIX_SPAWN_SETSIGDEF, POSIX_SPAWN_SETSIGMASK } = constants;

type Prepare = (object: Uint8Array) => number;
type WithSignals = (object: Uint8Array, signals: Uint8Array) => number;

// These only fill in memory, and so are not in the trace.
const actionsInit: Prepare = native("int posix_spawn_file_actions_init(void *)");
const actionsDestroy: Prepare = native("int posix_spawn_file_actions_destroy(void *)");
const addDup2: (actions: Uint8Array, from: number, to: number) => number = native(
  "int posix_spawn_file_actions_adddup2(void *, int, int)",
);
const attributesInit: Prepare = native("int posix_spawnattr_init(void *)");
const attributesDestroy: Prepare = native("int posix_spawnattr_destroy(void *)");
const setFlags: (attributes: Uint8Array, flags: number) => number = native(
  "int posix_spawnattr_setflags(void *, short)",
);
const setMask: WithSignals = native("int posix_spawnattr_setsigmask(void *, const void *)");
const setDefault: WithSignals = native("int posix_spawnattr_setsigdefault(void *, const void *)");
const emptySet: Prepare = native("int sigemptyset(void *)");
const addSignal: (set: Uint8Array, signal: number) => number = native("int sigaddset(void *, int)");

/** More than the opaque structs of any platform take: glibc's largest has 336 bytes. */
const OPAQUE = 512;

/**
 * Starts a program with this one's standard streams.
 *
 * @param file its path
 * @param argv its name and arguments
 * @param environment its whole environment
 * @param descriptors what it inherits besides, each under the number that it has here
 * @returns its process id
 * @throws OSError such as EAGAIN, ENOENT, ENOMEM; EBADF for a descriptor that is closed
 */
export function spawn(
  file: string,
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  descriptors: Iterable<number>,
): number {
  const actions = Buffer.alloc(OPAQUE);
  const attributes = Buffer.alloc(OPAQUE);
  actionsInit(actions);
  attributesInit(attributes);
  // Copying a descriptor onto itself is how it is kept open here; Node has marked even its standard streams
  // to be closed.
  for (const fd of [0, 1, 2, ...descriptors]) addDup2(actions, fd, fd);
  // Node ignores SIGPIPE, and what is ignored is inherited.
  const signals = Buffer.alloc(OPAQUE);
  emptySet(signals);
  setMask(attributes, signals);
  addSignal(signals, system.signals.SIGPIPE);
  setDefault(attributes, signals);
  setFlags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value ?? ""}`);
  const pid = new Int32Array(1);
  const error = calls.posix_spawnp(
    pid,
    file,
    actions,
    attributes,
    [...argv, null],
    [...variables, null],
  );
  actionsDestroy(actions);
  attributesDestroy(attributes);
  if (error !== 0) throw failure("posix_spawnp", error, file);
  return pid[0] ?? -1;
}
