/** What random programs do with files over their sockets. */
import { chosen, on, type Write } from "./step.ts";

export const fileVerbs = {
  /** Of streams only: an empty datagram is no end, and a file cannot tell. */
  makefile: on((world, s, { how }) => {
    if (!s.kind.stream) return;
    const name = world.fresh("f");
    const mode = chosen(["rb", "wb", "rwb", "r", "w"], how);
    const binary = mode.endsWith("b");
    world.lines.push(
      `${name} = ${s.name}.makefile("${mode}"${binary ? "" : ', encoding="latin-1"'})`,
    );
    world.files.push({ name, of: s, binary });
  }),
  read: (world, _, { who, how, size }) => {
    const file = chosen(world.files, who);
    if (file === undefined) return;
    world.hurry(file.of);
    const calls = [`read(${size})`, "readline()", ...(file.binary ? [`read1(${size})`] : [])];
    world.lines.push(`${file.name}.${chosen(calls, how)}`);
  },
  write: (world, _, { who, size }) => {
    const file = chosen(world.files, who);
    if (file === undefined) return;
    world.hurry(file.of);
    world.lines.push(
      `${file.name}.write(${file.binary ? `pattern(${size})` : `"line ${size}\\n" * ${size % 50}`})`,
    );
  },
  finish: (world, _, { who, how }) => {
    const file = chosen(world.files, who);
    if (file === undefined) return;
    world.hurry(file.of);
    world.lines.push(`${file.name}.${chosen(["flush()", "close()", "closed"], how)}`);
  },
} satisfies Record<string, Write>;
