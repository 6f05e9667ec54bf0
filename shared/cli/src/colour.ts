/**
 * Colour for a person at a terminal, plain text for everyone else.
 */
import picocolors from "picocolors";

/** `NO_COLOR` forbids colour, `FORCE_COLOR` asks for it; otherwise a terminal has it. */
function wantsColour(stream: { isTTY?: boolean }, env = process.env): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

export const colour = picocolors.createColors(wantsColour(process.stdout));
