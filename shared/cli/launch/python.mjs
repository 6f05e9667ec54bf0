/** The python3 that the tests run, found once: what `python3` is on the PATH may look for it each time. */
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The interpreter that `python3` is or starts; undefined without one. */
export function interpreter() {
  const command = "import sys; print(sys.executable); print(sys.version)";
  const asked = spawnSync("python3", ["-I", "-S", "-c", command], { encoding: "utf8" });
  if (asked.status !== 0) return undefined;
  const [path = "", version = ""] = asked.stdout.split("\n");
  return { path, version };
}

/**
 * The PATH on which `python3` is this interpreter itself. It may be found through a script that looks for
 * it (pyenv's), which takes longer each time than most of our programs do.
 *
 * @param {string} python the interpreter's file
 * @param {string} [path] the PATH as it is
 */
export function found(python, path = "") {
  const folder = dirname(python);
  const first = path.split(delimiter).find((part) => existsSync(join(part, "python3")));
  const isItself =
    first !== undefined && realpathSync(join(first, "python3")) === realpathSync(python);
  // Whatever else is in that folder comes first then, too: only where there is something to be gained.
  if (isItself || !existsSync(join(folder, "python3"))) return path;
  return path === "" ? folder : `${folder}${delimiter}${path}`;
}
