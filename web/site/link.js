// SPDX-License-Identifier: BSL-1.0
// A request and its Regions in the fragment of a link: #regions=us-east-1&request=…, the text deflated, in base64url. What
// is after the # a browser does not send.

/** UTF-8 of a text that a link may have, at most. */
const MOST_BYTES = 1024 * 1024;

const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);

/** All bytes of a stream; throws at one too many, so that a small link cannot become a huge text. */
async function bytesOf(stream) {
  const pieces = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    if ((size += value.length) <= MOST_BYTES) continue;
    await reader.cancel();
    throw new Error("it is longer than 1 MiB");
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function base64url(bytes) {
  let characters = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    characters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const fromBase64url = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

/** The fragment for a text; throws where that is too long. */
export async function fragmentOf(text, regions) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_BYTES) throw new Error("the text is longer than 1 MiB");
  const deflated = await bytesOf(through(bytes, new CompressionStream("deflate-raw")));
  return `#regions=${regions.join(",")}&request=${base64url(deflated)}`;
}

/** {text, regions} of a fragment, null where it is none of these; throws where it is damaged. */
export async function readFragment(fragment) {
  const members = new URLSearchParams(fragment.slice(1));
  if (!members.has("request")) return null;
  let bytes;
  try {
    bytes = await bytesOf(through(fromBase64url(members.get("request")), new DecompressionStream("deflate-raw")));
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, regions: (members.get("regions") ?? "").split(",").filter(Boolean) };
  } catch (error) {
    throw new Error(`The request in the link cannot be read (${error.message}): copy the link again, whole.`);
  }
}
