// The page itself: its second language, facts told again where they are cited again, and all of it open on paper.
(function () {
  "use strict";

  const KEY = "lang";
  const LANGUAGES = ["en", "ko"];
  const original = document.documentElement.lang;
  const shown = { [original]: document.getElementById("page") };
  const written = shown[original].cloneNode(true);

  // Of the fragment `#id&w=…&lang=ko`, all but the language.
  function partsOfFragment() {
    return location.hash.slice(1).split("&").filter((part) => part && !part.startsWith(`${KEY}=`));
  }

  function languageAsked() {
    const part = location.hash.slice(1).split("&").find((one) => one.startsWith(`${KEY}=`));
    return part ? part.slice(KEY.length + 1) : null;
  }

  function remember(lang) {
    const parts = [...partsOfFragment(), ...(lang === original ? [] : [`${KEY}=${lang}`])];
    history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
  }

  async function unpacked(text) {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  // The page in its other language: each text that differs in its place.
  async function translated() {
    const { texts, said, page } = await unpacked(document.getElementById("other").textContent);
    if (page) return document.adoptNode(new DOMParser().parseFromString(page, "text/html").getElementById("page"));
    const made = written.cloneNode(true);
    made.normalize();
    const walk = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
    let at = 0;
    while (walk.nextNode()) {
      if (!/[^ \t\n]/.test(walk.currentNode.data)) continue;
      if (texts[at]) walk.currentNode.data = texts[at];
      at += 1;
    }
    [made, ...made.querySelectorAll("[aria-label]")].forEach((one, place) => {
      one.setAttribute(one === made ? "data-title" : "aria-label", said[place]);
    });
    return made;
  }

  // Which details stand otherwise than they were written, and what stands at the top of the window.
  function place(page) {
    const folds = [...page.querySelectorAll("details")].map((one) => one.open);
    const top = [...page.querySelectorAll("main :is(article, h2, h3)[id]")]
      .find((one) => !one.hidden && one.getBoundingClientRect().bottom > 0);
    return { folds, top: top && { id: top.id, at: top.getBoundingClientRect().top } };
  }

  function putBack(page, was) {
    page.querySelectorAll("details").forEach((one, at) => (one.open = was.folds[at] ?? one.open));
    const top = was.top && document.getElementById(was.top.id);
    if (top) window.scrollBy({ top: top.getBoundingClientRect().top - was.top.at, behavior: "instant" });
  }

  async function show(lang) {
    const old = document.getElementById("page");
    if (document.documentElement.lang === lang || !LANGUAGES.includes(lang)) return;
    const made = (shown[lang] ??= tellAgain(await translated()));
    const was = place(old);
    old.replaceWith(made);
    document.documentElement.lang = lang;
    document.title = made.dataset.title;
    wire(made);
    document.dispatchEvent(new Event("kasean:page"));
    putBack(made, was);
  }

  // A fact cited again by its number is told again for those who read on the screen.
  function tellAgain(page) {
    for (const item of page.querySelectorAll("dl.facts dd:not([id])")) {
      const told = page.querySelector(`[id="${item.firstChild.hash.slice(1)}"]`);
      if (!told) continue;
      const again = document.createElement("span");
      again.className = "again";
      again.append(...[...told.cloneNode(true).childNodes].slice(1));
      item.append(again);
    }
    return page;
  }

  function wire(page) {
    const button = page.querySelector("button.language");
    if (!button.hidden) return;
    foldable(page);
    if (typeof DecompressionStream === "undefined") return;
    const next = LANGUAGES.find((lang) => lang !== document.documentElement.lang);
    button.hidden = false;
    button.lang = next;
    button.dataset.lang = next;
    button.addEventListener("click", async () => {
      await show(next);
      remember(document.documentElement.lang);
      document.querySelector("button.language").focus({ preventScroll: true });
    });
  }

  // Two buttons, one of which is shown: all unfolded, all folded.
  function foldable(page) {
    const buttons = [...page.querySelectorAll("button.fold")];
    buttons.forEach((button, at) => {
      button.hidden = at === 1;
      button.addEventListener("click", () => {
        page.querySelectorAll("main details").forEach((one) => (one.open = at === 0));
        buttons.forEach((one) => (one.hidden = one === button));
        buttons[1 - at].focus();
      });
    });
  }

  // A link to what is folded away opens it; paper shows all.
  function unfold() {
    const part = partsOfFragment().find((part) => !part.includes("=")) ?? "";
    let id;
    try {
      id = decodeURIComponent(part);
    } catch {
      return; // an address that somebody cut short
    }
    const one = id && document.getElementById(id);
    if (!one) return;
    for (let up = one; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    one.scrollIntoView();
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((one) => (one.open = false)));

  tellAgain(shown[original]);
  wire(shown[original]);
  const asked = languageAsked();
  if (asked) show(asked).then(unfold);
})();
