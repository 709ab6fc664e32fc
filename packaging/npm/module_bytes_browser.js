// SPDX-License-Identifier: BSL-1.0
/** What a file of this package holds. */
export default async (file) => {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.arrayBuffer();
};
