// SPDX-License-Identifier: BSL-1.0
// Screenshots of the page with a broken request, at three widths, light and dark: pictures.mjs FOLDER
import { openPage, paste, settled, stop } from "./browser.mjs";
import { request } from "./requests.mjs";

const [folder] = process.argv.slice(2);
for (const width of [320, 768, 1280])
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await openPage({ viewport: { width, height: 900 }, colorScheme });
    await settled(page);
    await paste(page, request({ sourceName: "acme edr", eventClasses: ["FILE_SYSTEM_ACTIVTY"] }));
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}.png`, fullPage: true });
    await close();
  }
await stop();
