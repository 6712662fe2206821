// Comfort for readers whose browser may run script: tables that sort and filter, and the place in the contents.
// The report is whole without it. It loads nothing, stores nothing, and makes elements only from fixed names.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const SORTABLE = 6, FILTERABLE = 12;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (key, name) => values[name] ?? key);

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // One place says what happened, for those who do not see the rows move.
  const status = make("p", { className: "unseen" });
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);
  const say = (text) => { status.textContent = text; };

  const texts = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // The order of two cells; what has no value stands last in both directions.
  const compare = (a, b, byValue, direction) => {
    if (!byValue) return direction * texts.compare(a.textContent, b.textContent);
    const [x, y] = [a.dataset.value, b.dataset.value];
    if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
    return direction * (x - y);
  };

  // Puts the rows in the order of one column, or back in that of the report.
  const sort = (table, rows, column, order) => {
    const byValue = rows.some((row) => row.cells[column].dataset.value !== undefined);
    const direction = order === "descending" ? -1 : 1;
    const sorted = order === "none" ? rows : rows.toSorted((a, b) =>
      compare(a.cells[column], b.cells[column], byValue, direction));
    table.tBodies[0].append(...sorted);
  };

  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  const makeSortable = (table) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < SORTABLE) return;
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = head.textContent.trim();
      if (!name || head.querySelector("a")) return;
      const button = make("button", { type: "button", title: filled(words.sortBy, { column: name }) });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const order = NEXT[head.getAttribute("aria-sort") ?? "none"];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (order !== "none") head.setAttribute("aria-sort", order);
        sort(table, rows, column, order);
        say(filled(words[order === "none" ? "unsorted" : order], { column: name }));
      });
    });
  };

  const makeFilterable = (table, number) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < FILTERABLE) return;
    const input = make("input", { type: "search", id: ":filter-" + number, autocomplete: "off" });
    const count = make("span", {});
    const label = make("label", { htmlFor: input.id }, words.filter);
    table.parentElement.before(make("div", { className: "filter" }, label, input, count));
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      const shown = rows.filter((row) => !row.hidden).length;
      const text = filled(words.filtered, { shown, rows: rows.length });
      count.textContent = wanted ? text : "";
      say(text);
    });
  };

  // A frame takes the focus only while it can scroll.
  const frames = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== "visible";
      scrolls ? target.setAttribute("tabindex", "0") : target.removeAttribute("tabindex");
    }
  });
  document.querySelectorAll(".wide").forEach((frame) => frames.observe(frame));

  document.querySelectorAll(".table > table").forEach((table, number) => {
    makeSortable(table);
    makeFilterable(table, number);
  });

  // Who goes back to the contents wants to see them.
  document.querySelector(".to-contents")?.addEventListener("click", () => {
    document.querySelector("nav details").open = true;
  });

  // The entry of the part that is being read, marked in the contents and kept in their view.
  const entries = [...document.querySelectorAll("nav li a")].map((link) =>
    ({ link, heading: document.getElementById(link.hash.slice(1)) })).filter(({ heading }) => heading);
  const list = document.querySelector("nav");
  let current, planned = false;
  const mark = () => {
    planned = false;
    const passed = entries.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 4);
    if (passed?.link === current) return;
    current?.removeAttribute("aria-current");
    current = passed?.link;
    current?.setAttribute("aria-current", "location");
    if (!current || list.matches(":focus-within, :hover")) return;
    const { top, bottom } = current.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) list.scrollBy(0, top - innerHeight / 2);
  };
  const plan = () => { if (!planned) { planned = true; requestAnimationFrame(mark); } };
  if (entries.length) {
    document.documentElement.classList.add("marks");
    addEventListener("scroll", plan, { passive: true });
    addEventListener("resize", plan);
    mark();
  }
})();
