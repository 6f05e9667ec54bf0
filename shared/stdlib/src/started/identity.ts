/** Who this process is, when it is a child of ours; its threads know it from who starts them. */
import { workerData } from "node:worker_threads";

/** What processes are told apart by. */
export interface Identity {
  readonly name: string;
  /** Whether it is ended with its parent. */
  readonly daemon: boolean;
  /** The numbers in default names: [2, 1] is the second child's first one. */
  readonly identity: readonly number[];
}

let own = (workerData as { process?: Identity } | null)?.process;

/** This process; undefined for the program itself. */
export function ownIdentity(): Identity | undefined {
  return own;
}

/** Says who this process is, as soon as its parent has told it. */
export function become({ name, daemon, identity }: Identity): void {
  own = { name, daemon, identity };
}
