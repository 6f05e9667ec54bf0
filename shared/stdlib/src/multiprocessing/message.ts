/** Values as bytes, for messages between processes (v8.serialize). */
import { deserialize, serialize } from "node:v8";
import { pack, unpack } from "../started/parcel.ts";

/** @throws TypeError for what cannot travel, or can only when a process starts: sockets, locks, values */
export function toBytes(value: unknown): Buffer {
  const descriptors = new Set<number>();
  const packed = pack(value, { to: "process", descriptors });
  if (descriptors.size > 0) {
    throw new TypeError(
      "a socket, lock or value is shared by handing it over when a process starts",
    );
  }
  return serialize(packed);
}

/** The counterpart of `toBytes`. */
export function fromBytes(bytes: Buffer): unknown {
  return unpack(deserialize(bytes));
}
