/** Sockets on their way: the descriptor's number stays what it is. */
import { EBADF } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import type { Address } from "../libc/sockaddr.ts";
import { Socket } from "../socket/socket.ts";
import { carry } from "./parcel.ts";

interface Description {
  readonly fd: number;
  readonly family: number;
  readonly type: number;
  readonly proto: number;
  readonly timeout: number | null;
  /** For a thread: it has the descriptor itself, where a process has a copy. */
  readonly ended: Int32Array | undefined;
}

carry<Socket<Address>, Description>({
  kind: "socket",
  carries: (value) => value instanceof Socket,
  pack(socket, { to, descriptors }) {
    const fd = socket.fileno();
    if (fd === -1) throw failure("dup", EBADF);
    descriptors.add(fd);
    const { family, type, proto } = socket;
    const ended = to === "thread" ? socket.share() : undefined;
    return { fd, family, type, proto, timeout: socket.gettimeout(), ended };
  },
  unpack({ fd, family, type, proto, timeout, ended }) {
    const socket = new Socket<Address>(fd, family, type, proto);
    if (socket.gettimeout() !== timeout) socket.settimeout(timeout);
    if (ended !== undefined) socket.share(ended);
    return socket;
  },
});
