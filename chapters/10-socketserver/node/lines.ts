/**
 * The lines of a stream, as bytes.
 */

/**
 * Yields each line without its end. What has no end within the limit is none,
 * and ends it.
 */
export async function* lines(
  stream: AsyncIterable<Buffer>,
  limit = Infinity,
): AsyncGenerator<Buffer, void> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
      if (end >= limit) return;
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
    if (rest.length >= limit) return;
  }
}
