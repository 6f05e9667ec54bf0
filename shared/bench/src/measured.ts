/** A program of one way with its peer, ready to play rounds. */
import type { Way } from "@netnotes/course/chapter";
import { converse, ProgramFailed, type Conversation } from "./conversation.ts";
import { pinned, type Pinning } from "./pinning.ts";
import { peerOf, programOf } from "./programs.ts";
import { together, type Round } from "./round.ts";
import type { Row } from "./rows.ts";

export class Measured {
  readonly #row: Row;
  readonly #program: Conversation;
  readonly #peer: Conversation | undefined;

  private constructor(row: Row, program: Conversation, peer: Conversation | undefined) {
    this.#row = row;
    this.#program = program;
    this.#peer = peer;
  }

  /**
   * Starts a row's program, and its peer once it listens.
   *
   * @throws {ProgramFailed} when one of them does not start
   */
  static async start(row: Row, way: Way, cpus: Pinning | undefined): Promise<Measured> {
    const label = `${row.name} (${way})`;
    const program = converse(pinned(programOf(row, way), cpus?.program), label);
    let peer: Conversation | undefined;
    try {
      if (row.peer !== undefined) {
        const port = portOf(await program.hear());
        peer = converse(pinned(peerOf(row.peer, port), cpus?.peer), `${label}, its peer`);
        await peer.hear();
        program.tell("connected");
      }
      return new Measured(row, program, peer);
    } catch (error) {
      await Promise.all([program.stop(), peer?.stop()]);
      throw error;
    }
  }

  /** Plays one round. @param operations how many each of its batches has */
  async round(operations: number): Promise<Round> {
    const batches: Round[] = [];
    for (let i = 0; i < this.#row.batches; i++) {
      this.#peer?.tell(String(operations));
      await this.#peer?.hear();
      this.#program.tell(String(operations));
      batches.push(JSON.parse(await this.#program.hear()) as Round);
    }
    return together(batches);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#program.stop(), this.#peer?.stop()]);
  }
}

function portOf(line: string): string {
  const port = /^listening on \S+:(\d+)$/.exec(line)?.[1];
  if (port === undefined) throw new ProgramFailed(`not an address: ${line}`);
  return port;
}
