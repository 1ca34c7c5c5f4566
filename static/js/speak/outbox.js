// Sound on its way: numbered chunks that are kept until the server has acknowledged them.

const HEADER_BYTES = 4;

/** A binary frame: 4 bytes big-endian number, then the PCM. */
export function frame(seq, pcm) {
  const bytes = new Uint8Array(HEADER_BYTES + pcm.byteLength);
  new DataView(bytes.buffer).setUint32(0, seq);
  bytes.set(new Uint8Array(pcm), HEADER_BYTES);
  return bytes;
}

export class Outbox {
  constructor() {
    this.first = 0; // number of the oldest chunk kept
    this.kept = []; // frames from `first` on
    this.cursor = 0; // number of the next chunk to send
  }

  get count() {
    return this.first + this.kept.length;
  }

  get allSent() {
    return this.cursor >= this.count;
  }

  push(pcm) {
    this.kept.push(frame(this.count, pcm));
  }

  /** The server has everything before `nextSeq`. */
  acknowledge(nextSeq) {
    const done = Math.min(Math.max(nextSeq - this.first, 0), this.kept.length);
    this.kept.splice(0, done);
    this.first += done;
    this.cursor = Math.max(this.cursor, this.first);
  }

  /** Send again from `nextSeq` (or from the oldest kept). */
  rewind(nextSeq = this.first) {
    this.cursor = Math.min(Math.max(nextSeq, this.first), this.count);
  }

  /** Call `send` for each chunk that may go: at most `window` unacknowledged ones at a time. */
  drain(send, window) {
    const limit = Math.min(this.count, this.first + window);
    while (this.cursor < limit) {
      send(this.kept[this.cursor - this.first]);
      this.cursor += 1;
    }
  }
}
