/** What random programs do with sockets. */
import { kinds as everyKind } from "../differential/kinds.ts";
import { chosen, on, type Write } from "./step.ts";
import type { Known } from "./world.ts";

/**
 * Linux hands a packet for its own address over before `send` returns, so that it is certain what the next
 * line finds. Elsewhere only Unix sockets are as certain.
 */
const kinds = everyKind.filter(({ internet }) => process.platform === "linux" || !internet);
if (kinds.length < everyKind.length) {
  console.log(
    "random sequences use Unix sockets only: elsewhere than on Linux loopback takes its time",
  );
}

/** A call that may have flags: those that are asked for, and the one without which it might block. */
function flags(known: Known, ...asked: string[]): string {
  const all = known.description.blocks ? [...asked, "MSG_DONTWAIT"] : asked;
  return all.filter((flag) => flag !== "").join(" | ");
}

const OPTIONS = ["SO_REUSEADDR", "SO_KEEPALIVE", "SO_BROADCAST", "SO_OOBINLINE"];
const ASKED = [...OPTIONS, "SO_TYPE", "SO_ERROR", "SO_ACCEPTCONN"];
const LOOKS = [
  "",
  ".getsockname()",
  ".getpeername()",
  ".gettimeout()",
  ".getblocking()",
  ".fileno()",
];
const ENDS = ["SHUT_RD", "SHUT_WR", "SHUT_RDWR"];

export const socketVerbs = {
  open: (world, _, { how }) => {
    const kind = chosen(kinds, how);
    const number = world.fresh("");
    world.lines.push(
      ...kind.connected.map((line) => line.replace(/\b(server|peer|a|z)\b/g, `$1${number}`)),
    );
    const names = kind.stream && !kind.pair ? ["a", "z", "server"] : ["a", "z"];
    for (const name of names) world.adopt(`${name}${number}`, kind);
  },
  make: (world, _, { how }) => {
    const kind = chosen(kinds, how);
    const name = world.fresh("s");
    world.lines.push(`${name} = socket(${kind.socket})`);
    world.adopt(name, kind);
  },
  send: on((world, s, { size, how }) => {
    const flag = flags(s, chosen(["", "", "MSG_DONTWAIT", "MSG_NOSIGNAL"], how));
    world.lines.push(`${s.name}.send(pattern(${size})${flag && `, ${flag}`})`);
  }),
  sendall: on((world, s, { size }) => {
    const flag = flags(s);
    world.lines.push(`${s.name}.sendall(pattern(${size})${flag && `, ${flag}`})`);
  }),
  sendto: on((world, s, { size, how }) => {
    const to = chosen(world.alike(s), how).name;
    const flag = flags(s);
    world.lines.push(
      `${s.name}.sendto(pattern(${size}), ${flag && `${flag}, `}${to}.getsockname())`,
    );
  }),
  recv: on((world, s, { size, how }) => {
    const flag = flags(s, chosen(["", "", "", "MSG_PEEK", "MSG_WAITALL"], how));
    world.lines.push(`${s.name}.recv(${size}${flag && `, ${flag}`})`);
  }),
  recvInto: on((world, s, { size, how }) => {
    const flag = flags(s, chosen(["", "MSG_PEEK"], how));
    world.lines.push(`room = bytearray(${size + 1})`);
    const most = chosen([0, size, size + 1], how);
    world.lines.push(`${s.name}.recv_into(room, ${most}${flag && `, ${flag}`})`, "room");
  }),
  recvFrom: on((world, s, { size, how }) => {
    const flag = flags(s, chosen(["", "MSG_PEEK"], how));
    world.lines.push(`${s.name}.recvfrom(${size}${flag && `, ${flag}`})`);
  }),
  recvMessage: on((world, s, { size }) => {
    world.lines.push(`${s.name}.recvmsg(${size}, 0, ${flags(s) || "0"})`);
  }),
  drain: on((world, s) => {
    world.hurry(s);
    world.lines.push(`drain(${s.name})`);
  }),
  shutdown: on((world, s, { how }) => {
    world.lines.push(`${s.name}.shutdown(${chosen(ENDS, how)})`);
  }),
  close: on((world, s) => {
    world.lines.push(`${s.name}.close()`);
    s.open = false;
  }),
  settimeout: on((world, s, { how }) => {
    const seconds = chosen(["0", "0.001", "None", "-1"], how);
    world.lines.push(`${s.name}.settimeout(${seconds})`);
    if (seconds === "-1") return;
    s.patient = seconds === "0.001";
    s.description.blocks ||= seconds === "None";
  }),
  setblocking: on((world, s, { how }) => {
    world.lines.push(`${s.name}.setblocking(${chosen(["True", "False"], how)})`);
    s.patient = false;
    s.description.blocks ||= how % 2 === 0;
  }),
  look: on((world, s, { how }) => {
    world.lines.push(`${s.name}${chosen(LOOKS, how)}`);
  }),
  getOption: on((world, s, { how }) => {
    world.lines.push(`${s.name}.getsockopt(SOL_SOCKET, ${chosen(ASKED, how)})`);
  }),
  setOption: on((world, s, { how, size }) => {
    world.lines.push(`${s.name}.setsockopt(SOL_SOCKET, ${chosen(OPTIONS, how)}, ${size % 2})`);
  }),
  linger: on((world, s) => {
    world.lines.push(`${s.name}.setsockopt(SOL_SOCKET, SO_LINGER, linger(0))`);
  }),
  bind: on((world, s) => {
    world.lines.push(`${s.name}.bind(${s.kind.anyAddress(world.fresh("path"))})`);
  }),
  bindAgain: on((world, s, { how }) => {
    world.lines.push(`${s.name}.bind(${chosen(world.alike(s), how).name}.getsockname())`);
  }),
  listen: on((world, s, { how }) => {
    world.lines.push(`${s.name}.listen(${how % 3})`);
  }),
  accept: on((world, s) => {
    world.hurry(s);
    const number = world.fresh("");
    world.lines.push(`c${number}, from${number} = ${s.name}.accept()`);
    world.adopt(`c${number}`, s.kind);
  }),
  connect: on((world, s, { how, size }) => {
    world.hurry(s);
    const call = chosen(["connect", "connect_ex"], size);
    world.lines.push(`${s.name}.${call}(${chosen(world.alike(s), how).name}.getsockname())`);
  }),
  connectToNobody: on((world, s) => {
    world.hurry(s);
    const nobody = world.fresh("nobody");
    world.lines.push(
      `${nobody} = socket(${s.kind.socket})`,
      `${nobody}.bind(${s.kind.anyAddress(nobody)})`,
      ...(s.kind.stream ? [] : [`${nobody}.connect(${nobody}.getsockname())`]),
      `${s.name}.connect_ex(${nobody}.getsockname())`,
    );
  }),
  dup: on((world, s) => {
    const name = world.fresh("d");
    world.lines.push(`${name} = ${s.name}.dup()`);
    world.adopt(name, s.kind, s);
  }),
  detach: on((world, s) => {
    const [fd, name] = [world.fresh("fd"), world.fresh("t")];
    world.lines.push(`${fd} = ${s.name}.detach()`, `${name} = socket(fileno=${fd})`);
    world.adopt(name, s.kind, s);
    s.open = false;
  }),
} satisfies Record<string, Write>;
