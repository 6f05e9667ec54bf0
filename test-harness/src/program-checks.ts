/**
 * What every program of every chapter does, whatever else it does.
 */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Chapter, Way } from "@netnotes/course/chapter";
import { environment } from "@netnotes/course/command";
import { type Address, written } from "./address.ts";
import { CallSite } from "./failure.ts";
import { isUnix, launchRole, programOf } from "./program.ts";
import type { Ending, Running } from "./running.ts";
import type { Stage } from "./stage.ts";
import { verbsOn } from "./verbs.ts";

export interface Subject {
  readonly stage: Stage;
  readonly chapter: Chapter;
  readonly role: string;
  readonly way: Way;
}

/** `--help` describes it on stdout, its options named, and is no error. */
export async function helps(subject: Subject): Promise<void> {
  const ending = await run(subject, ["--help"]);
  const check = checking(subject, "--help");
  check(ending.status === 0, "exits 0");
  check(/^usage: /i.test(ending.stdout), "begins with the usage");
  for (const option of options(subject)) check(ending.stdout.includes(option), `names ${option}`);
  check(ending.stderr === "", "says nothing on stderr");
}

/** A wrong argument: exit status 2, and words instead of a stack. */
export async function refusesNonsense(subject: Subject): Promise<void> {
  const hasPort = options(subject).includes("--port");
  const wrong = hasPort ? ["--port", "70000"] : ["--nonsense"];
  const ending = await run(subject, wrong);
  const check = checking(subject, wrong.join(" "));
  check(ending.status === 2, "exits 2");
  check(ending.stdout === "", "says nothing on stdout");
  check(
    ending.stderr !== "" && !hasStack(ending.stderr),
    "says on stderr what is wrong, without a stack",
  );
  if (hasPort) check(ending.stderr.includes("--port must be 0-65535"), "says what a port is");
}

/** A server that finds its address taken says so in one line with the address, and exits 1. */
export async function findsItsAddressTaken(subject: Subject): Promise<void> {
  const taken = await occupy(subject);
  const ending = await run(subject, at(taken));
  oneLine(subject, "a taken address", ending, ["EADDRINUSE", written(taken)]);
}

/** A client that nobody answers says so in one line, with the command that starts its server, and exits 1. */
export async function findsNobody(subject: Subject): Promise<void> {
  const nobody = await nowhere(subject);
  const ending = await run(subject, at(nobody));
  const file = programOf(subject.chapter, subject.role).files[subject.way] ?? "";
  const command = environment(file, at(nobody))["NETNOTES_SERVER"] ?? "pnpm chapter";
  const code = nobody.path === undefined ? "ECONNREFUSED" : "ENOENT";
  oneLine(subject, "no server", ending, [code, written(nobody), command]);
}

/** Ctrl+C ends a server by the signal itself, and it has nothing to say about it. */
export async function endsByCtrlC(subject: Subject): Promise<void> {
  const server = await start(subject, []);
  server.signal("SIGINT");
  const ending = await server.ended();
  const check = checking(subject, "Ctrl+C");
  check(ending.status === "SIGINT", "is ended by SIGINT");
  check(ending.stderr === "", "says nothing on stderr");
}

function options({ chapter, role }: Subject): string[] {
  if (isUnix(role)) return ["--path"];
  const { port } = programOf(chapter, role);
  return port !== undefined || /(server|client)$/.test(role) ? ["--host", "--port"] : [];
}

function at({ host, port, path }: Address): string[] {
  return path === undefined ? ["--host", host, "--port", String(port)] : ["--path", path];
}

/** Takes an address, for TCP and for UDP: a server of either finds it taken. */
async function occupy({ stage, chapter, role }: Subject): Promise<Address> {
  const { listen } = verbsOn(() => stage, chapter);
  if (isUnix(role)) return (await listen({ unix: true })).address;
  for (;;) {
    const { address } = await listen();
    const socket = createSocket("udp4");
    const bound = once(socket, "listening");
    socket.bind(address.port, address.host);
    stage.enter({ leave: () => void socket.close() });
    try {
      await bound;
      return address;
    } catch {
      // A UDP socket of somebody else has this number: take another.
    }
  }
}

/**
 * An address where nobody listens, and nobody will while the test runs: the local port of a connection of
 * ours is given to no one else.
 */
async function nowhere({ stage, chapter, role }: Subject): Promise<Address> {
  const { listen, dial, scratch } = verbsOn(() => stage, chapter);
  if (isUnix(role)) return { path: `${scratch()}/nobody` };
  const stranger = await listen();
  const { port = 0 } = await dial(stranger);
  return { host: "127.0.0.1", port };
}

async function start({ stage, chapter, role, way }: Subject, args: string[]): Promise<Running> {
  return verbsOn(() => stage, chapter).start(role, { way, args });
}

/** Runs it to its end, be it a server or not: it is expected not to become ready. */
async function run({ stage, chapter, role, way }: Subject, args: string[]): Promise<Ending> {
  const program = launchRole(stage, chapter, role, { way, args }, new CallSite());
  return program.ended();
}

function oneLine(subject: Subject, situation: string, ending: Ending, has: string[]): void {
  const check = checking(subject, situation);
  check(ending.status === 1, "exits 1");
  check(ending.stdout === "", "says nothing on stdout");
  check(/^[^\n]+\n$/.test(ending.stderr), "says one line on stderr");
  for (const part of has) check(ending.stderr.includes(part), `has "${part}" in its line`);
}

function hasStack(text: string): boolean {
  return /^ {4}at |^Traceback/m.test(text);
}

/** Claims about a program in a situation; a false one fails with the conversation. */
function checking({ stage, way, role }: Subject, situation: string) {
  const from = new CallSite();
  return (holds: boolean, claim: string): void => {
    if (!holds)
      throw stage.failure(`the ${way} ${role}, with ${situation}, ${claim}: it did not`, from);
  };
}
