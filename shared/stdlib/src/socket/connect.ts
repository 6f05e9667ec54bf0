/** Connecting, with or without a timeout (connect(2)). */
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { EAGAIN, EINPROGRESS, EINTR, EISCONN } from "../libc/errno.ts";
import { errno } from "../libc/native.ts";
import { CONNECTED, deadlineIn, waitUntil } from "./wait.ts";

const { SO_ERROR, SOL_SOCKET } = constants;
const value = Buffer.alloc(4);
const valueLength = new Uint32Array(1);

/** `connectTo` waited as long as it might. No error number is negative. */
export const TIMED_OUT = -1;

/**
 * Connects, and waits for the outcome as far as the timeout goes.
 *
 * A call that a signal interrupts goes on by itself and must not be made again (connect(2), EINTR), so it
 * is waited for instead, like one that a timeout made non-blocking.
 *
 * @param timeout seconds; 0 for not at all, -1 for as long as it takes
 * @returns 0, an error number, or TIMED_OUT
 */
export function connectTo(
  fd: number,
  address: Uint8Array,
  length: number,
  timeout: number,
): number {
  if (calls.connect(fd, address, length) === 0) return 0;
  const error = errno();
  const goesOn = (error === EINTR && timeout !== 0) || (error === EINPROGRESS && timeout > 0);
  if (!goesOn) return error;
  if (!waitUntil(fd, CONNECTED, timeout < 0 ? Infinity : deadlineIn(timeout))) return TIMED_OUT;
  const outcome = pendingError(fd);
  return outcome === EISCONN ? 0 : outcome;
}

/** What `connect_ex` returns for an outcome: CPython has EAGAIN for a timeout. */
export function errorNumber(outcome: number): number {
  return outcome === TIMED_OUT ? EAGAIN : outcome;
}

function pendingError(fd: number): number {
  valueLength[0] = 4;
  return calls.getsockopt(fd, SOL_SOCKET, SO_ERROR, value, valueLength) === 0
    ? value.readInt32LE(0)
    : errno();
}
