// SPDX-License-Identifier: BSL-1.0
// Elements of the page, by their ids, and new ones. Text is never read as HTML.

export const byId = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
