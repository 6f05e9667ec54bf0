/**
 * The verbs of a check, bound to one answer and one stage.
 */
import { join } from "node:path";
import { addressOf } from "@netnotes/test-harness/dial";
import { difference } from "@netnotes/test-harness/difference";
import { CallSite } from "@netnotes/test-harness/failure";
import { launchFile } from "@netnotes/test-harness/program";
import type { Running } from "@netnotes/test-harness/running";
import { scratchOn } from "@netnotes/test-harness/scratch";
import type { Stage } from "@netnotes/test-harness/stage";
import { peersOn } from "@netnotes/test-harness/verbs";
import { sendApart } from "./apart.ts";
import type { StartProgram, StartServer, Verbs } from "./check.ts";
import { NotReady, reasonOf, wrongPlace } from "./readiness.ts";
import type { Random } from "./random.ts";
import { rests } from "./rest.ts";

/** Who is checked, and where. */
export interface Trial {
  readonly stage: Stage;
  /** Absolute path of the learner's program. */
  readonly file: string;
  /** How the conversation calls it: `mine.ts`. */
  readonly name: string;
  /** Takes note of every program that is started. */
  readonly started: (program: Running) => void;
}

const HOST = "127.0.0.1";

export function verbsFor(trial: Trial, random: Random): Verbs {
  const { stage } = trial;
  const { startFile: _, ...peers } = peersOn(() => stage);
  let home: string | undefined;

  async function start(options: StartProgram = {}): Promise<Running> {
    return launch([], options, new CallSite());
  }

  async function startClient(...[to, options = {}]: Parameters<Verbs["startClient"]>) {
    const { host, port, path } = addressOf(to);
    const place = path === undefined ? ["--host", host, "--port", String(port)] : ["--path", path];
    return launch(place, options, new CallSite());
  }

  async function startServer(options: StartServer = {}): Promise<Running> {
    const from = new CallSite();
    const { host = HOST, port = 0, unix } = options;
    const path = unix === true ? join(scratchOn(stage), "socket") : unix;
    const place = path === undefined ? ["--host", host, "--port", String(port)] : ["--path", path];
    const server = launch(place, options, from);
    try {
      await server.ready(from);
    } catch (error) {
      throw new NotReady(stage, reasonOf(server, error), from);
    }
    const wrong = wrongPlace(server, path === undefined ? { host, port } : { path });
    if (wrong !== undefined) throw new NotReady(stage, wrong, from);
    return server;
  }

  function launch(place: readonly string[], options: StartProgram, from: CallSite): Running {
    const { args = [], cwd = (home ??= scratchOn(stage)), ...rest } = options;
    const all = { ...rest, cwd, args: [...place, ...args], name: trial.name, mayWarn: true };
    const program = launchFile(stage, trial.file, all, from);
    trial.started(program);
    return program;
  }

  function same(...[what, came, expected]: Parameters<Verbs["same"]>): void {
    const [one, other] = [Buffer.from(came), Buffer.from(expected)];
    if (one.equals(other)) return;
    const lines = `${what} is not what was expected\n${difference(other, one)}`;
    throw stage.failure(lines, new CallSite());
  }

  function fail(sentence: string): never {
    throw stage.failure(sentence, new CallSite());
  }

  return {
    ...peers,
    start,
    startClient,
    startServer,
    sendApart: (peer, pieces) => sendApart(peer, pieces, stage.conversation),
    rests: (program, others = () => 0) => rests(stage, program, others, new CallSite()),
    random,
    same,
    fail,
  };
}
