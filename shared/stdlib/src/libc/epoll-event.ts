/**
 * struct epoll_event in 32-bit words: the events, and 64 bits of the program's own, the descriptor here.
 *
 * The kernel's header packs it on x64, where it takes 12 bytes, and nowhere else: 16 bytes, with a gap.
 */

/** Where the parts of an epoll_event are, in words of 32 bits. */
export interface EpollEventLayout {
  /** How many words one takes. */
  readonly words: 3 | 4;
  /** Which of them holds the descriptor; the events are in the first. */
  readonly fd: 1 | 2;
}

/** The layout on an architecture, as `process.arch` names it. */
export function epollEventLayout(arch: string): EpollEventLayout {
  return arch === "x64" ? { words: 3, fd: 1 } : { words: 4, fd: 2 };
}
