/**
 * Where the processes of a group listen, whatever they say. Linux only: /proc tells it.
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { type Member, membersOf } from "@netnotes/test-harness/members";

/** The code of LISTEN in /proc/net/tcp; a UDP socket that is bound has the one of CLOSE. */
const STATES = { tcp: "0A", tcp6: "0A", udp: "07", udp6: "07" } as const;

/**
 * @param group the process group's id
 * @returns such as `127.0.0.1:9999` and `UDP 0.0.0.0:53`; undefined where the kernel does not tell
 */
export function listeningPlaces(group: number): string[] | undefined {
  if (process.platform !== "linux") return undefined;
  const inodes = new Set(membersOf(group).flatMap(socketsOf));
  return (Object.keys(STATES) as (keyof typeof STATES)[]).flatMap((table) =>
    rowsOf(table)
      .filter(([, , state, inode = ""]) => state === STATES[table] && inodes.has(inode))
      .map(([local = ""]) => `${table.startsWith("udp") ? "UDP " : ""}${place(local)}`),
  );
}

function socketsOf({ pid }: Member): string[] {
  const folder = `/proc/${pid}/fd`;
  return orNone(() => readdirSync(folder)).flatMap(
    (fd) => /^socket:\[(\d+)\]$/.exec(orNothing(() => readlinkSync(`${folder}/${fd}`)))?.[1] ?? [],
  );
}

/** Local address, remote address, state and inode of each row. */
function rowsOf(table: string): string[][] {
  const text = orNothing(() => readFileSync(`/proc/net/${table}`, "latin1")).trimEnd();
  return text
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .map((cells) => [1, 2, 3, 9].map((at) => cells[at] ?? ""));
}

/** `0100007F:270F` is 127.0.0.1:9999: the address is in the machine's order, in words of four bytes. */
function place(hex: string): string {
  const [address = "", port = ""] = hex.split(":");
  const bytes = [...Buffer.from(address, "hex").swap32()];
  if (bytes.length === 4) return `${bytes.join(".")}:${Number.parseInt(port, 16)}`;
  if (bytes.every((byte) => byte === 0)) return `[::]:${Number.parseInt(port, 16)}`;
  const loopback = bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1;
  const words = bytes.flatMap((byte, at) =>
    at % 2 ? [] : [(byte * 256 + (bytes[at + 1] ?? 0)).toString(16)],
  );
  return `[${loopback ? "::1" : words.join(":")}]:${Number.parseInt(port, 16)}`;
}

/** A process may end while it is looked at. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

function orNone(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}
