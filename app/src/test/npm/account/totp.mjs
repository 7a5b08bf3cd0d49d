// Codes as an authenticator app shows them (RFC 6238).
import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;
const used = new Map();

/** The code of the present step; where that was given before, waits for the next, since each is good once. */
export async function code(secret) {
  while (Math.floor(Date.now() / STEP) <= (used.get(secret) ?? 0)) {
    await new Promise((done) => { setTimeout(done, 200); });
  }
  used.set(secret, Math.floor(Date.now() / STEP));
  return at(secret, used.get(secret));
}

function at(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decoded(secret.replace(/\s/g, ''))).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

function decoded(text) {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}
