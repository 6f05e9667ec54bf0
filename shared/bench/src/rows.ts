/** What is measured: the rows, in the order in which they are shown. */
import type { Way } from "@netnotes/course/chapter";

export interface Row {
  readonly name: string;
  /** What it measures, for `--list`. */
  readonly title: string;
  /** What one operation is, in the table. */
  readonly operation: string;
  /** The program's stem in `programs/python`, `programs/literal` and `programs/node`. */
  readonly program: string;
  /** The program's arguments. */
  readonly args: readonly string[];
  /** The stem in `programs/peer` of whoever speaks to it, and that program's arguments after the port. */
  readonly peer?: { readonly program: string; readonly args: readonly string[] };
  /** How many operations a batch has: about a tenth of a second's, and the same in each round. */
  readonly operations: Readonly<Record<Way, number>>;
  /** How many batches make a round: more than one where the peer must prepare what is measured. */
  readonly batches: number;
  /** Rounds that nobody counts, in which the runtime compiles what is hot. */
  readonly warmUps: number;
}

const usual = { args: [], batches: 1, warmUps: 6 } as const;

function everywhere(operations: number): Record<Way, number> {
  return { python: operations, literal: operations, node: operations };
}

function selectWith(connections: number, operations: number): Row {
  return {
    ...usual,
    name: `select-${connections}`,
    title: `a message on one of ${connections} connections, one of which always waits, with select`,
    operation: "message",
    program: "select-echo",
    args: [String(connections)],
    peer: { program: "tcp-ping", args: [String(connections), "2"] },
    operations: everywhere(operations),
  };
}

function fileBy(kibibytes: number, mebibytes: number): Row {
  return {
    ...usual,
    name: `file-${kibibytes}k`,
    title: `a file over TCP, received with reads of at most ${kibibytes} KiB`,
    operation: "MiB",
    program: "receive-file",
    args: [String(kibibytes * 1024)],
    peer: { program: "send-file", args: [] },
    operations: everywhere(mebibytes),
  };
}

export const ROWS: readonly Row[] = [
  {
    ...usual,
    name: "tcp",
    title: "a message of 64 bytes to a TCP server and back",
    operation: "round trip",
    program: "tcp-echo",
    peer: { program: "tcp-ping", args: ["1"] },
    operations: everywhere(2500),
  },
  {
    ...usual,
    name: "udp",
    title: "a datagram of 64 bytes to a UDP server and back",
    operation: "round trip",
    program: "udp-echo",
    peer: { program: "udp-ping", args: [] },
    operations: everywhere(2500),
  },
  selectWith(100, 1500),
  selectWith(500, 600),
  fileBy(1, 25),
  fileBy(64, 100),
  {
    ...usual,
    name: "file-in",
    title: "a file over TCP, received and written as in chapter 04",
    operation: "MiB",
    program: "store-file",
    peer: { program: "upload", args: [] },
    operations: everywhere(100),
  },
  {
    ...usual,
    name: "file-out",
    title: "a file over TCP, read and sent as in chapter 04",
    operation: "MiB",
    program: "send-file",
    peer: { program: "download", args: [] },
    operations: everywhere(100),
  },
  {
    ...usual,
    name: "accept",
    title: "accepting and closing connections that wait already",
    operation: "connection",
    program: "accept",
    peer: { program: "connect", args: [] },
    operations: everywhere(100),
    batches: 8,
  },
  {
    ...usual,
    name: "thread",
    title: "starting a thread that does nothing, and joining it",
    operation: "thread",
    program: "start-thread",
    operations: { python: 500, literal: 50, node: 5 },
  },
  {
    ...usual,
    name: "process",
    title: "starting a process that does nothing, and joining it",
    operation: "process",
    program: "start-process",
    operations: { python: 2, literal: 2, node: 3 },
    warmUps: 1,
  },
];
