// A first opinion on a typed answer, while the server cannot give its own.

const TYPO_FROM = 5;

/** Words alone: neither case, nor signs, nor the shape of an apostrophe count. */
export function bare(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters to change, add or leave out to get from `one` to `other`; capped at 3. */
export function distance(one, other) {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
    }
    row = next;
  }
  return Math.min(3, row[other.length]);
}

/** `right`, `typo`, `wrong` or `empty`, and the expected answer nearest to what was given. */
export function judge(answers, given) {
  const said = bare(given);
  const [expected] = [...answers].sort((a, b) => distance(bare(a), said) - distance(bare(b), said));
  if (!said) return { verdict: "empty", expected, rating: 1 };
  const off = distance(bare(expected), said);
  if (off === 0) return { verdict: "right", expected, rating: 3 };
  if (off === 1 && said.length >= TYPO_FROM) return { verdict: "typo", expected, rating: 3 };
  return { verdict: "wrong", expected, rating: 1 };
}
