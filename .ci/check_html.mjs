// Opens HTML reports in Chromium as their readers do; exits with 1 when one of them fails any of them.
//
//     node check_html.mjs REPORT…
//
// axe-core judges each page as light, dark and printed, narrow and wide, with and without script. Beyond it:
// nothing is asked of any network, no error is logged, nothing is cut off at 320 px, what has the focus is in
// sight, tables sort and filter by keyboard, and markup that slipped into the file would not run. The checks
// begin with a page that breaks the rules, so that a check that finds nothing is not mistaken for a good page.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(resolve("target/ci-html/any.js"));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Every value of every dimension at least once with every value of the next.
const VIEWS = [
  { media: "screen", scheme: "light", width: 1280, script: true },
  { media: "screen", scheme: "dark", width: 320, script: true },
  { media: "screen", scheme: "light", width: 320, script: false },
  { media: "screen", scheme: "dark", width: 1280, script: false },
  { media: "print", scheme: "dark", width: 1280, script: true },
];

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
const scratch = mkdtempSync(join(tmpdir(), "check-html-"));

// The same page for a reader whose browser runs no script. The script is cut out rather than switched off, since
// axe-core itself needs script to run.
function unscripted(path) {
  const copy = join(scratch, "unscripted.html");
  writeFileSync(copy, readFileSync(path, "utf8").replace(/<script.*?<\/script>/s, ""));
  return copy;
}

// Opens `path` and hands the page to `look`; what goes wrong by itself is added to what `look` finds.
async function inspect(path, view, look) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 }, colorScheme: view.scheme,
  });
  const page = await context.newPage();
  const address = pathToFileURL(resolve(view.script ? path : unscripted(path))).href;
  const problems = [];
  page.on("request", (request) => request.url() !== address && problems.push(`asks for ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && problems.push(`logs ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`throws ${error}`));
  await page.emulateMedia({ media: view.media });
  await page.goto(address);
  page.setDefaultTimeout(10_000);
  problems.push(...(await look(page).catch((error) => [`ends with ${error.message.split("\n")[0]}`])));
  await context.close();
  return problems;
}

// What axe finds, one line for each element.
async function judge(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
  }, TAGS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((html) => `${id}: ${help}: ${html.slice(0, 160)} (${nodes.length} in all)`));
}

// At 320 px, which is 1280 px at 400 %, and with the spacing of WCAG 1.4.12, nothing but wide tables scrolls.
async function fits(page) {
  const overflow = () => page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  const plain = await overflow();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
      " p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
  });
  const spaced = await overflow();
  return [[plain, "as it is"], [spaced, "with text spacing"]]
    .filter(([pixels]) => pixels > 0)
    .map(([pixels, how]) => `${pixels} px wider than the screen ${how}`);
}

// Walks the page with the Tab key: each element that takes the focus can be seen, at least in part.
async function walk(page) {
  const problems = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const element = document.activeElement;
      const boxes = [...element.getClientRects()];
      const seen = boxes.some(({ left, right, top, bottom }) =>
        [[left + 2, top + 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]].some(([x, y]) => {
          const hit = document.elementFromPoint(x, y);
          return hit && (element.contains(hit) || hit.contains(element));
        }));
      return seen || element === document.body ? null : element.outerHTML.slice(0, 120);
    });
    if (hidden) problems.push(`has the focus out of sight: ${hidden}`);
  }
  return problems;
}

// Sorts the first table of numbers and filters the first long one, with keys only.
async function operate(page) {
  const problems = [];
  const expect = (holds, what) => holds || problems.push(what);
  const status = () => page.locator("[role=status]").textContent();
  const head = page.locator("th.right:has(button)").first();
  const state = () => head.evaluate((head) => ({
    sort: head.getAttribute("aria-sort"),
    values: [...head.closest("table").tBodies[0].rows].map((row) => row.cells[head.cellIndex].dataset.value)
      .filter((value) => value !== undefined).map(Number),
  }));
  const before = await state();
  const rising = before.values.toSorted((a, b) => a - b);
  const orders = [["Enter", "ascending", rising], ["Space", "descending", rising.toReversed()], ["Enter", null, before.values]];
  await head.locator("button").focus();
  for (const [key, order, values] of orders) {
    await page.keyboard.press(key);
    const { sort, values: now } = await state();
    expect(sort === order && String(now) === String(values), `${key} does not sort ${order}: ${now}`);
    expect((await status()) !== "", "sorting is not announced");
  }
  const rows = page.locator(".long").filter({ has: page.locator(".filter") }).first().locator("tbody tr");
  const all = await rows.count();
  await page.locator(".filter input").first().focus();
  await page.keyboard.type("zzzz");
  expect((await rows.filter({ visible: true }).count()) === 0, "the filter lets rows pass");
  expect((await status()).includes(String(all)), "filtering is not announced");
  await page.emulateMedia({ media: "print" });
  expect((await rows.filter({ visible: true }).count()) === all, "filtered rows are missing on paper");
  return problems;
}

// A folded table and a folded list still print.
async function prints(page) {
  return page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => { details.open = false; });
    const lost = [...document.querySelectorAll("main tbody tr")].filter((row) => row.getClientRects().length === 0);
    return lost.length ? [`${lost.length} rows are missing on paper`] : [];
  });
}

// Two pages that must fail: one of bad markup, and a report into which script was smuggled.
async function prove(report) {
  const bad = join(scratch, "bad.html");
  writeFileSync(bad, "<!doctype html><title>x</title><p style='color:#999'>pale<img src='https://example.org/x.png'>");
  const found = (await inspect(bad, VIEWS[0], judge)).join("\n");
  const missed = ["html-has-lang", "color-contrast", "image-alt", "asks for"].filter((rule) => !found.includes(rule));
  const smuggled = join(scratch, "smuggled.html");
  const attack = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><p style='color:red' id='styled'>x</p>";
  writeFileSync(smuggled, readFileSync(report, "utf8").replace("</main>", `${attack}</main>`));
  const refused = await inspect(smuggled, VIEWS[0], async (page) => page.evaluate(() =>
    [window.ran, document.getElementById("styled").style.color].map((harm) => `harm ${harm || "none"}`)));
  const harmed = refused.some((line) => line.startsWith("harm") && line !== "harm none");
  return [
    ...missed.map((rule) => `the check is blind to ${rule}`),
    ...(harmed ? ["smuggled script or style applies"] : []),
    ...(refused.some((line) => line.startsWith("logs")) ? [] : ["the policy refuses nothing"]),
  ];
}

const reports = process.argv.slice(2);
let failed = reports.length === 0;
const tell = (what, problems) => {
  console.log(`${what}: ${problems.length ? "FAIL" : "pass"}`);
  problems.forEach((problem) => console.log(`    ${problem}`));
  failed ||= problems.length > 0;
};
if (reports.length) tell("the check itself", await prove(reports[0]));
for (const report of reports) {
  for (const view of VIEWS) {
    const problems = await inspect(report, view, async (page) => [
      ...(await judge(page)),
      ...(view.width === 320 ? await fits(page) : []),
      ...(view.media === "print" ? await prints(page) : []),
    ]);
    const { media, scheme, width, script } = view;
    tell(`${report} ${media} ${scheme} ${width} px script ${script ? "on" : "off"}`, problems);
  }
  for (const view of VIEWS.slice(0, 2)) {
    const problems = await inspect(report, view, async (page) => [...(await walk(page)), ...(await operate(page))]);
    tell(`${report} by keyboard ${view.width} px`, problems);
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
