/** The numbers of this platform, by their names in the C headers. */
import { platform } from "./platform.ts";
import { linux } from "./tables/linux.ts";
import { macos } from "./tables/macos.ts";

/** The name of a number that both tables have. */
export type ConstantName = keyof typeof linux;

/** This platform's table. A constant that the platform lacks is NaN. */
export const constants: Readonly<Record<ConstantName, number>> =
  platform === "darwin" ? macos : linux;
