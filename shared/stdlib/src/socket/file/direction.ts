/** Reading what is only written, or the other way round. */
import { OSError } from "../../exceptions/os-error.ts";

/** Python's io.UnsupportedOperation. */
export class UnsupportedOperation extends OSError {
  static {
    this.prototype.name = "UnsupportedOperation";
  }
}
