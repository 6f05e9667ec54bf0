/** The names behind the numbers that calls are given. */
import { constants, type ConstantName } from "../libc/constants.ts";

const everything = Object.entries(constants) as [ConstantName, number][];

function named(prefix: RegExp): Map<number, string> {
  const names = new Map<number, string>();
  for (const [name, value] of everything) {
    if (prefix.test(name) && !Number.isNaN(value)) names.set(value, name);
  }
  return names;
}

const families = named(/^AF_/);
const types = named(/^SOCK_/);
const protocols = named(/^IPPROTO_/);
const shutdowns = named(/^SHUT_/);
const commands = named(/^F_/);
const lookups = named(/^EAI_/);
const messages = named(/^MSG_/);
const events = named(/^POLL/);
const epollEvents = named(/^EPOLL(?!_)/);
const epollOperations = named(/^EPOLL_CTL_/);
const options = new Map([
  [constants.SOL_SOCKET, named(/^SO_/)],
  [constants.IPPROTO_TCP, named(/^TCP_/)],
  [constants.IPPROTO_IP, named(/^IP_/)],
  [constants.IPPROTO_IPV6, named(/^IPV6_/)],
]);

function name(names: ReadonlyMap<number, string> | undefined, value: number): string {
  return names?.get(value) ?? String(value);
}

function bits(names: ReadonlyMap<number, string>, value: number): string {
  const set: string[] = [];
  let rest = value;
  for (const [bit, text] of names) {
    if ((value & bit) !== 0) set.push(text);
    rest &= ~bit;
  }
  if (rest !== 0) set.push(`0x${(rest >>> 0).toString(16)}`);
  return set.join("|") || "0";
}

export const familyName = (value: number): string => name(families, value);
export const shutdownName = (value: number): string => name(shutdowns, value);
export const commandName = (value: number): string => name(commands, value);
export const lookupErrorName = (value: number): string => name(lookups, value);
export const messageFlags = (value: number): string => bits(messages, value);
export const eventNames = (value: number): string => bits(events, value);
export const epollEventNames = (value: number): string => bits(epollEvents, value);
export const epollOperationName = (value: number): string => name(epollOperations, value);

/** Close-on-exec is left out: every socket of ours has it, and it tells nothing about the conversation. */
export function typeName(value: number): string {
  const { SOCK_CLOEXEC, SOCK_NONBLOCK } = constants;
  const kind = name(types, value & ~SOCK_CLOEXEC & ~SOCK_NONBLOCK);
  return (value & SOCK_NONBLOCK) === 0 ? kind : `${kind}|SOCK_NONBLOCK`;
}

/** A protocol of a socket; 0 is "the usual one", not the number of IP. */
export const protocolName = (value: number): string => (value === 0 ? "0" : name(protocols, value));

/** SOL_SOCKET, or the protocol that an option belongs to. */
export const levelName = (value: number): string =>
  value === constants.SOL_SOCKET ? "SOL_SOCKET" : name(protocols, value);

/** An option's name, which depends on its level: TCP_NODELAY and SO_DEBUG are both 1. */
export const optionName = (level: number, value: number): string => name(options.get(level), value);
