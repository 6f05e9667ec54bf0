/** Servers and connections in one call, as Python's socket module builds them from the others. */
import { OSError } from "../exceptions/os-error.ts";
import { ValueError } from "../exceptions/values.ts";
import { constants } from "../libc/constants.ts";
import type { Address, InetAddress } from "../libc/sockaddr.ts";
import type { AddressArgument } from "./address.ts";
import { AF_INET, type AddressOf, type Family } from "./family.ts";
import { getaddrinfo } from "./names.ts";
import { socket } from "./make.ts";
import type { Socket } from "./socket.ts";

const { AF_INET6, IPPROTO_IPV6, IPV6_V6ONLY, SO_REUSEADDR, SO_REUSEPORT, SOCK_STREAM, SOL_SOCKET } =
  constants;

/** Python's keyword arguments of create_server. */
export interface ServerOptions<F extends number> {
  /** AF_INET unless given. */
  readonly family?: F;
  /** How many complete connections may wait; the system's usual number unless given. */
  readonly backlog?: number;
  /** Let other servers have the same address, and share its connections with them. */
  readonly reuse_port?: boolean;
  /** With AF_INET6: take IPv4 connections too. */
  readonly dualstack_ipv6?: boolean;
}

/**
 * A TCP server that listens already, with SO_REUSEADDR set.
 *
 * @throws OSError as `bind` does, the socket closed again
 */
export function create_server<F extends number = Family<InetAddress>>(
  address: AddressArgument,
  options: ServerOptions<F> = {},
): Socket<AddressOf<F>> {
  const { backlog, reuse_port = false, dualstack_ipv6 = false } = options;
  const family = options.family ?? AF_INET;
  if (dualstack_ipv6 && family !== AF_INET6) {
    throw new ValueError("dualstack_ipv6 requires AF_INET6 family");
  }
  const server = socket(family, SOCK_STREAM) as unknown as Socket<AddressOf<F>>;
  return orClosed(server, () => {
    server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
    if (reuse_port) server.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1);
    if (family === AF_INET6) {
      server.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, dualstack_ipv6 ? 0 : 1);
    }
    server.bind(address);
    if (backlog === undefined) server.listen();
    else server.listen(backlog);
  });
}

/**
 * Connects to a host by name or address, trying each of its addresses in turn.
 *
 * @param timeout seconds, null for none; the default timeout when left out
 * @param source_address an address of this host to connect from
 * @throws the first address's OSError when none can be reached, as in CPython
 */
export function create_connection(
  address: readonly [host: string, port: number, ...rest: number[]],
  timeout?: number | null,
  source_address: AddressArgument | null = null,
): Socket {
  const [host, port] = address;
  let first: unknown;
  for (const [family, type, proto, , to] of getaddrinfo(host, port, 0, SOCK_STREAM)) {
    try {
      const client: Socket = socket(family, type, proto);
      return orClosed(client, () => {
        if (timeout !== undefined) client.settimeout(timeout);
        if (source_address !== null) client.bind(source_address);
        client.connect(to);
      });
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      first ??= error;
    }
  }
  throw first ?? new OSError("getaddrinfo returns an empty list");
}

function orClosed<S extends Socket<Address>>(made: S, prepare: () => void): S {
  try {
    prepare();
    return made;
  } catch (error) {
    made.close();
    throw error;
  }
}
