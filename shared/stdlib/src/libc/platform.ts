/**
 * Which platform this is, or why the literal programs cannot run on it.
 *
 * The numbers and layouts in `tables/` were written down for Linux and macOS on x64 and arm64. Anywhere
 * else a call would do something that nobody meant, so the library refuses to load. This module is
 * imported before koffi, whose own error on an unknown platform would help nobody.
 */

/** A platform that has a table. */
export type Platform = "linux" | "darwin";

/**
 * Says whether the library can run on a platform.
 *
 * @param platform as `process.platform` has it
 * @param arch as `process.arch` has it
 * @returns the platform's name
 * @throws Error that says what to do instead
 */
export function supported(platform: string, arch: string): Platform {
  if (platform === "win32") {
    throw new Error(
      "the literal and Python programs make POSIX system calls, which Windows does not have: " +
        "run them under WSL, or run the node way (--node), which works here",
    );
  }
  if ((platform === "linux" || platform === "darwin") && (arch === "x64" || arch === "arm64")) {
    return platform;
  }
  throw new Error(
    `the literal programs know the system calls of Linux and macOS on x64 and arm64, not of ${platform} on ` +
      `${arch}: run the node way (--node), which works everywhere`,
  );
}

/** The platform that this process runs on. */
export const platform: Platform = supported(process.platform, process.arch);
