/** From an error number to the exception that Python raises for it. */
import * as kinds from "../exceptions/os-error.ts";
import { errnoName, strerror } from "./errno.ts";

const kindOf = new Map<string, typeof kinds.OSError>([
  ["EAGAIN", kinds.BlockingIOError],
  ["EALREADY", kinds.BlockingIOError],
  ["EINPROGRESS", kinds.BlockingIOError],
  ["EPIPE", kinds.BrokenPipeError],
  ["ESHUTDOWN", kinds.BrokenPipeError],
  ["ECONNABORTED", kinds.ConnectionAbortedError],
  ["ECONNREFUSED", kinds.ConnectionRefusedError],
  ["ECONNRESET", kinds.ConnectionResetError],
  ["EEXIST", kinds.FileExistsError],
  ["ENOENT", kinds.FileNotFoundError],
  ["EINTR", kinds.InterruptedError],
  ["EACCES", kinds.PermissionError],
  ["EPERM", kinds.PermissionError],
  ["ETIMEDOUT", kinds.TimeoutError],
]);

/**
 * The exception for a call that failed.
 *
 * @param syscall the call, such as "bind"
 * @param errno what the call left in errno
 * @param address what it was called with, if it was given an address
 */
export function failure(syscall: string, errno: number, address?: string): kinds.OSError {
  const code = errnoName(errno);
  const text = strerror(errno);
  const Kind = kindOf.get(code) ?? kinds.OSError;
  const message = `${syscall}: ${code} ${text}${address === undefined ? "" : ` ${address}`}`;
  return new Kind(message, { code, errno, syscall, address, strerror: text });
}
