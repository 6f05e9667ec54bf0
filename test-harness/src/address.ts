/**
 * Where a server can be reached.
 */

export type Address = HostPort | UnixPath;

export interface HostPort {
  readonly host: string;
  readonly port: number;
  readonly path?: undefined;
}

export interface UnixPath {
  /** Path of a Unix socket. */
  readonly path: string;
  readonly host?: undefined;
  readonly port?: undefined;
}

const READY = "listening on ";

/**
 * The address in a server's first line.
 *
 * @param line `listening on 127.0.0.1:9999`, `listening on [::1]:9999`, `listening on /tmp/socket`
 * @returns undefined for any other line
 */
export function addressIn(line: string): Address | undefined {
  if (!line.startsWith(READY)) return undefined;
  const place = line.slice(READY.length);
  if (/[/\\]/.test(place)) return { path: place };
  const [, ipv6, name, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(place) ?? [];
  const host = ipv6 ?? name;
  return host === undefined ? undefined : { host, port: Number(port) };
}

/** An address as people write it: `127.0.0.1:9999`, `[::1]:9999`, or the path. */
export function written({ host, port, path }: Address): string {
  if (path !== undefined) return path;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The address for one who connects: a server on every interface is reached on the loopback one. */
export function reachable(address: Address): Address {
  if (address.host === "0.0.0.0") return { ...address, host: "127.0.0.1" };
  if (address.host === "::") return { ...address, host: "::1" };
  return address;
}
