// SPDX-License-Identifier: BSL-1.0
// Serves the site below a path, and is the proxy of the browser: it sees every request that the browser sends, to
// wherever, and passes on none.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const FOLDER = process.env.SITE;
const PATH = "/some/path/";
const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".txt": "text/plain",
};

/** changed has other contents for some of the files, null where one is not there. */
export async function serveSite(changed = {}) {
  const requests = []; // {method, url, body}, as they came
  const sockets = new Set();
  let origin;

  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    requests.push({ method: request.method, url: request.url, body: Buffer.concat(pieces).toString() });
    const { origin: asked, pathname } = new URL(request.url, origin);
    if (asked !== origin || !pathname.startsWith(PATH)) return response.writeHead(502).end();
    const file = pathname === PATH ? "index.html" : normalize(pathname.slice(PATH.length));
    try {
      const contents = Buffer.from(file in changed ? changed[file] : await readFile(join(FOLDER, file)));
      response.writeHead(200, { "content-type": TYPES[extname(file)], "content-length": contents.length }).end(contents);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on("connect", (request, socket) => {
    requests.push({ method: "CONNECT", url: request.url, body: "" });
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.on("connection", (socket) => sockets.add(socket).size && socket.on("close", () => sockets.delete(socket)));
  const listen = (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address();
  origin = `http://localhost:${port}`;

  return {
    requests,
    address: origin + PATH,
    proxy: `http://127.0.0.1:${port}`,
    /** No request is answered any more. */
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
