// SPDX-License-Identifier: BSL-1.0
// Bundles the editor, beside the packages that package.json names: bundle.mjs FOLDER writes editor.js there, and
// editor_licences.txt, which has the licence of each package that is in it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const [folder] = process.argv.slice(2);
const { metafile } = await build({
  entryPoints: ["editor.js"],
  outfile: join(folder, "editor.js"),
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  legalComments: "inline",
  banner: { js: "/*! Made of the packages whose licences are in licences.txt. */" },
});

const packages = Object.keys(metafile.inputs).map((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
const licences = [...new Set(packages.filter(Boolean))].sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}\n`;
});
writeFileSync(join(folder, "editor_licences.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));
