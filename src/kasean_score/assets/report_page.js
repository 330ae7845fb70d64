// The page itself: its second language, facts told again where they are cited again, and all of it open on paper.
(function () {
  "use strict";

  const KEY = "lang";
  const packed = document.getElementById("other");

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
    const html = await new Response(stream).text();
    return new DOMParser().parseFromString(html, "text/html").getElementById("page");
  }

  // Which details stand otherwise than they were written, and what stands at the top of the window.
  function place(page) {
    const folds = [...page.querySelectorAll("details")].map((one) => one.open);
    const top = [...page.querySelectorAll("[id]")].find((one) => one.getBoundingClientRect().top >= 0);
    return { folds, top: top && { id: top.id, at: top.getBoundingClientRect().top } };
  }

  function putBack(page, was) {
    page.querySelectorAll("details").forEach((one, at) => (one.open = was.folds[at] ?? one.open));
    const top = was.top && document.getElementById(was.top.id);
    if (top) window.scrollBy({ top: top.getBoundingClientRect().top - was.top.at, behavior: "instant" });
  }

  const original = document.getElementById("page").dataset.lang;
  const pages = { [original]: document.getElementById("page") };

  async function show(lang) {
    const old = document.getElementById("page");
    if (old.dataset.lang === lang) return;
    if (!pages[lang]) {
      const made = await unpacked(packed.textContent);
      if (made.dataset.lang !== lang) return;
      pages[lang] = document.adoptNode(made);
      tellAgain(pages[lang]);
    }
    const was = place(old);
    old.replaceWith(pages[lang]);
    document.documentElement.lang = lang;
    document.title = pages[lang].dataset.title;
    wire(pages[lang]);
    document.dispatchEvent(new Event("kasean:page"));
    putBack(pages[lang], was);
  }

  // A fact cited again by its number is told again for those who read on the screen.
  function tellAgain(page) {
    for (const item of page.querySelectorAll("li.again")) {
      const number = item.querySelector("a").getAttribute("href").slice(1);
      const told = page.querySelector(`[id="${number}"]`);
      if (told) item.append(...[...told.cloneNode(true).childNodes].slice(1));
    }
  }

  function wire(page) {
    const button = page.querySelector("button.language");
    if (typeof DecompressionStream === "undefined" || button.dataset.wired) return;
    button.hidden = false;
    button.dataset.wired = "yes";
    button.addEventListener("click", async () => {
      await show(button.dataset.lang);
      remember(document.documentElement.lang);
      document.querySelector("button.language").focus({ preventScroll: true });
    });
  }

  // A link to what is folded away opens it; paper shows all.
  function unfold() {
    const id = decodeURIComponent(partsOfFragment().find((part) => !part.includes("=")) ?? "");
    let one = id && document.getElementById(id);
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
  addEventListener("hashchange", unfold);

  tellAgain(pages[original]);
  wire(pages[original]);
  const asked = languageAsked();
  (asked && asked !== original ? show(asked) : Promise.resolve()).then(unfold);
})();
