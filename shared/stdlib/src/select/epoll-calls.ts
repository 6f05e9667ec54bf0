/** The calls of epoll, which are Linux's alone. Elsewhere each of them says what runs there instead. */
import { OSError } from "../exceptions/os-error.ts";
import * as calls from "../libc/calls.ts";
import { errnoNumber, strerror } from "../libc/errno.ts";

/** What every call of epoll does on another system: it throws OSError ENOSYS. */
export function missing(): never {
  const errno = errnoNumber("ENOSYS");
  throw new OSError("epoll: ENOSYS only Linux has it; select and poll run here as well", {
    code: "ENOSYS",
    errno,
    syscall: "epoll_create1",
    strerror: strerror(errno),
  });
}

export const create: NonNullable<typeof calls.epoll_create1> = calls.epoll_create1 ?? missing;
export const control: NonNullable<typeof calls.epoll_ctl> = calls.epoll_ctl ?? missing;
export const wait: NonNullable<typeof calls.epoll_wait> = calls.epoll_wait ?? missing;
