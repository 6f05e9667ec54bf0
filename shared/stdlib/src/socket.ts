/**
 * Python's socket module over the system's own calls (socket(7)).
 *
 * Names, argument order and behaviour are CPython 3.11's; the README has the few differences. Calls block
 * the whole thread, on purpose: what a program reads is what the kernel does.
 */
export * from "./socket/constants.ts";
export * from "./socket/create.ts";
export { getdefaulttimeout, setdefaulttimeout } from "./socket/defaults.ts";
export type { Family, InternetFamily } from "./socket/family.ts";
export type { SocketFile, TextFile, BytesFile } from "./socket/makefile.ts";
export * from "./socket/make.ts";
export * from "./socket/names.ts";
export * from "./socket/numbers.ts";
export { Socket } from "./socket/socket.ts";
export type { AddressArgument } from "./socket/address.ts";
export type { Address, Inet6Address, InetAddress, UnixAddress } from "./libc/sockaddr.ts";
export { gaierror, OSError as error, TimeoutError as timeout } from "./exceptions/os-error.ts";
