// SPDX-License-Identifier: BSL-1.0
// What a screen reader says about the check: the sentence that is still true after a pause, not one for each key.
import { byId } from "./elements.js";

const PAUSE = 1000; // milliseconds
let timer;

export function announce(sentence) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const region = byId("announcement");
    if (region.textContent !== sentence) region.textContent = sentence;
  }, PAUSE);
}
