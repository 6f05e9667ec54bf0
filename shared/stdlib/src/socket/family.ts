/**
 * Address families that know their addresses.
 *
 * AF_INET is a number; its type also says that an address of that family is [host, port]. So
 * `socket(AF_INET).accept()` gives a pair to take apart and `socket(AF_UNIX).accept()` a path, without a
 * word about types in the program.
 */
import { constants } from "../libc/constants.ts";
import type { Address, Inet6Address, InetAddress, UnixAddress } from "../libc/sockaddr.ts";

declare const addresses: unique symbol;

/** A family's number, marked with the type of its addresses. The mark exists for the compiler alone. */
export type Family<A extends Address> = number & { readonly [addresses]: A };

/** Either family of the Internet. */
export type InternetFamily = Family<InetAddress> | Family<Inet6Address>;

/** The addresses of a family; those of IPv4 where only a number is known. */
export type AddressOf<F extends number> = F extends Family<infer A> ? A : InetAddress;

/** IPv4 (ip(7)). */
export const AF_INET = constants.AF_INET as Family<InetAddress>;

/** IPv6 (ipv6(7)). */
export const AF_INET6 = constants.AF_INET6 as Family<Inet6Address>;

/** Sockets of this host, named by paths (unix(7)). */
export const AF_UNIX = constants.AF_UNIX as Family<UnixAddress>;
