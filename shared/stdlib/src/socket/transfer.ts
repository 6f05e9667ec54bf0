/** Sending and receiving (send(2), recv(2)). */
import { ValueError } from "../exceptions/values.ts";
import * as calls from "../libc/calls.ts";
import { readAddress, STORAGE_LENGTH, type Address, type InetAddress } from "../libc/sockaddr.ts";
import { described, place, storage, type AddressArgument } from "./address.ts";
import * as argument from "./arguments.ts";
import { room, taken } from "./arriving.ts";
import { Handle } from "./handle.ts";
import { receiveMessage } from "./message.ts";
import { deadlineIn, READABLE, WRITABLE } from "./wait.ts";

const addressLength = new Uint32Array(1);

/** The part of Socket that moves bytes. */
export class Transfer<A extends Address = InetAddress> extends Handle {
  /**
   * Sends some of the bytes: as many as fit, which may be fewer than all; see `sendall`.
   *
   * @param flags MSG_ constants
   * @returns how many were taken
   * @throws BrokenPipeError, ConnectionResetError when the peer is gone; TimeoutError, BlockingIOError
   */
  send(data: ArrayBufferView, flags = 0): number {
    return this.#send(argument.bytes(data), argument.int(flags), this.#deadline());
  }

  /**
   * Sends all of the bytes, waiting as often as it takes. A timeout is for all of them together.
   *
   * After an error nobody knows how many were sent.
   */
  sendall(data: ArrayBufferView, flags = 0): void {
    let rest = argument.bytes(data);
    const checked = argument.int(flags);
    const deadline = this.#deadline();
    let sent = this.#send(rest, checked, deadline);
    while (sent < rest.length) {
      rest = rest.subarray(sent);
      sent = this.#send(rest, checked, deadline);
    }
  }

  /**
   * Sends a datagram to an address: `sendto(data, address)` or `sendto(data, flags, address)`.
   *
   * With a timeout it polls before it sends, and again after EAGAIN, as CPython does. A Unix socket that
   * is not connected is always writable to poll, even while the addressee's queue is full: then both ask
   * again and again until the time is over, and keep a processor busy. After `connect`, `send` sleeps.
   *
   * @throws OSError EMSGSIZE for more than a datagram holds; gaierror for an unknown host
   */
  sendto(data: ArrayBufferView, address: AddressArgument): number;
  sendto(data: ArrayBufferView, flags: number, address: AddressArgument): number;
  sendto(data: ArrayBufferView, second: unknown, third?: unknown): number {
    const bytes = argument.bytes(data);
    const flags = third === undefined ? 0 : argument.int(second);
    const to = third === undefined ? second : third;
    const deadline = this.#deadline();
    const length = place(this.family, to, "sendto");
    for (;;) {
      if (this.timeout > 0) this.await(WRITABLE, deadline);
      const sent = calls.sendto(this.fd, bytes, bytes.length, flags, storage, length);
      if (sent >= 0) return sent;
      this.again("sendto", deadline, described(to));
    }
  }

  /**
   * Receives what has arrived, waiting for something if nothing has.
   *
   * @param bufsize the most to take, in bytes. Of a datagram the rest is lost
   * @param flags MSG_ constants
   * @returns the bytes; none at the end of the stream (or an empty datagram)
   * @throws ConnectionResetError, TimeoutError, BlockingIOError
   */
  recv(bufsize: number, flags = 0): Buffer {
    const most = argument.size(bufsize);
    if (most < 0) throw new ValueError("negative buffersize in recv");
    // The kernel would take a datagram away to give 0 bytes of it.
    if (most === 0) return Buffer.alloc(0);
    const into = room(most);
    return taken(into, Math.min(this.#recv(into, most, argument.int(flags)), most));
  }

  /**
   * Receives into a buffer.
   *
   * @param nbytes the most to take; 0 for as much as fits
   * @returns how many bytes came
   */
  recv_into(buffer: ArrayBufferView, nbytes = 0, flags = 0): number {
    const into = argument.writable(buffer, "recv_into");
    const asked = argument.size(nbytes);
    if (asked < 0) throw new ValueError("negative buffersize in recv_into");
    if (asked > into.length) throw new ValueError("buffer too small for requested bytes");
    const most = asked === 0 ? into.length : asked;
    return most === 0 ? 0 : this.#recv(into, most, argument.int(flags));
  }

  /** Receives a datagram and who sent it; from a stream the address is null. */
  recvfrom(bufsize: number, flags = 0): [data: Buffer, address: A] {
    const most = argument.size(bufsize);
    if (most < 0) throw new ValueError("negative buffersize in recvfrom");
    const into = room(most);
    const count = Math.min(this.#recvfrom(into, most, argument.int(flags)), most);
    return [taken(into, count), this.#sender()];
  }

  /** Receives a datagram into a buffer; returns how many bytes came, and who sent them. */
  recvfrom_into(buffer: ArrayBufferView, nbytes = 0, flags = 0): [count: number, address: A] {
    const into = argument.writable(buffer, "recvfrom_into");
    const asked = argument.size(nbytes);
    if (asked < 0) throw new ValueError("negative buffersize in recvfrom_into");
    if (asked > into.length) {
      throw new ValueError("nbytes is greater than the length of the buffer");
    }
    const count = this.#recvfrom(into, asked || into.length, argument.int(flags));
    return [count, this.#sender()];
  }

  /**
   * Receives and tells how: the flags hold MSG_TRUNC when a datagram was longer than asked for.
   *
   * Python's second argument, room for ancillary data, must be 0 here.
   */
  recvmsg(
    bufsize: number,
    ancbufsize = 0,
    flags = 0,
  ): [data: Buffer, ancdata: never[], msg_flags: number, address: A] {
    const most = argument.size(bufsize);
    if (most < 0) throw new ValueError("negative buffer size in recvmsg()");
    if (argument.int(ancbufsize) !== 0) throw new ValueError("ancillary data is not supported");
    const deadline = this.#deadline();
    const into = room(most);
    const checked = argument.int(flags);
    for (;;) {
      if (this.timeout > 0) this.await(READABLE, deadline);
      const message = receiveMessage(this.fd, into, most, checked);
      if (message !== undefined) {
        const data = taken(into, Math.min(message.count, most));
        return [data, [], message.flags, message.address as A];
      }
      this.again("recvmsg", deadline);
    }
  }

  #deadline(): number {
    return this.timeout > 0 ? deadlineIn(this.timeout) : 0;
  }

  #send(data: Uint8Array, flags: number, deadline: number): number {
    for (;;) {
      if (this.timeout > 0) this.await(WRITABLE, deadline);
      const sent = calls.send(this.fd, data, data.length, flags);
      if (sent >= 0) return sent;
      this.again("send", deadline);
    }
  }

  #recv(into: Uint8Array, most: number, flags: number): number {
    const deadline = this.#deadline();
    for (;;) {
      if (this.timeout > 0) this.await(READABLE, deadline);
      const count = calls.recv(this.fd, into, most, flags);
      if (count >= 0) return count;
      this.again("recv", deadline);
    }
  }

  #recvfrom(into: Uint8Array, most: number, flags: number): number {
    const deadline = this.#deadline();
    for (;;) {
      if (this.timeout > 0) this.await(READABLE, deadline);
      addressLength[0] = STORAGE_LENGTH;
      const count = calls.recvfrom(this.fd, into, most, flags, storage, addressLength);
      if (count >= 0) return count;
      this.again("recvfrom", deadline);
    }
  }

  #sender(): A {
    return readAddress(storage, addressLength[0] ?? 0) as A;
  }
}
