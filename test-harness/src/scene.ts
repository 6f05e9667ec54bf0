/**
 * Scenes: what a chapter's demo.ts exports, for the `demo` command to show and the tests to play.
 */
import type { Connection, ConnectionOptions } from "./connection.ts";
import type { DatagramOptions, DatagramPeer } from "./datagrams.ts";
import type { Where } from "./dial.ts";
import type { Listener, ListenOptions } from "./listen.ts";
import type { StartOptions } from "./program.ts";
import type { Running } from "./running.ts";

/** The verbs of a scene; they are the tests' own. */
export interface Verbs {
  /** Starts a program of the chapter; a server is ready then. */
  readonly start: (role: string, options?: StartOptions) => Promise<Running>;
  /** Starts any program by its file, `.py` or `.ts`; a server, by its name, is ready then. */
  readonly startFile: (file: string, options?: StartOptions) => Promise<Running>;
  /** Connects to a server over TCP, or a Unix stream socket. */
  readonly dial: (where: Where, options?: ConnectionOptions) => Promise<Connection>;
  /** A UDP socket that sends to a server. */
  readonly dialUdp: (where: Where, options?: DatagramOptions) => Promise<DatagramPeer>;
  /** A stranger's server, for a client to meet. */
  readonly listen: (options?: ListenOptions) => Promise<Listener>;
  /** A stranger's UDP server. */
  readonly listenUdp: (options?: DatagramOptions & { host?: string }) => Promise<DatagramPeer>;
  /** An empty folder, removed at the end. */
  readonly scratch: () => string;
}

export interface Scene {
  /** What happens, in a sentence. */
  readonly title: string;
  /**
   * The roles of its programs: `server`, and `client` where one is started. It is played in every way of
   * the server × every way of the client; another member is played in the server's way if its role ends
   * in `server`, else in the client's.
   */
  readonly cast: { readonly server: string } & Readonly<Record<string, string>>;
  /** Plays it; whatever it starts is stopped afterwards. `start` knows each role's way. */
  readonly play: (verbs: Verbs) => Promise<void>;
}

export type Scenes = Readonly<Record<string, Scene>>;
