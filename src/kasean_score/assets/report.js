/* The page as it is used: the reader's weights of every lens and the figures that follow them, the address that holds
 * them, links within the page, search, and light or dark. Without it the page is complete and as stated. */
(function () {
  'use strict';

  const K = globalThis.KaseanScore;
  const QUIET = 700; // milliseconds after which an announcement is due
  const lenses = []; // one for each weighing: the reader's choice outlives the elements that show it
  let words = null;
  let shown = null; // what holds all that is read, in the language shown
  let looked = null; // the search box that was last in use
  let anchored = ''; // the anchor that was last gone to
  const banners = new Map();
  const filters = new Map();
  let written = null; // the control that last wrote the address; going on with it makes no new entry in the history

  const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? 'null');
  const spoken = () => words[document.documentElement.lang] ?? words.en;

  /** One lens: choice, result as stated and now, and what shows them. */
  class Lens {
    constructor(weighing, place) {
      this.place = place;
      this.weighing = weighing;
      this.weigher = new K.Weigher(weighing);
      this.choice = new K.Choice(this.weigher);
      this.stated = this.weigher.score(null, null);
      this.result = this.stated;
      this.key = document.querySelector(`section.lens[data-lens="${place}"]`)?.id || String(place);
      this.views = new Map();
      this.due = 0;
      this.timer = 0;
    }

    /** Show what there is on a page: the elements of one language, which may come back after another. */
    attach(page) {
      const says = spoken();
      if (!this.views.has(page)) this.views.set(page, this.view(page, says));
      Object.assign(this, this.views.get(page), { says });
      this.panel?.show();
      this.figures.show(this.result, this.stated);
    }

    view(page, says) {
      const figures = new K.Figures(this.place, this.weighing, says);
      const form = page.querySelector(`form.weigh[data-lens="${this.place}"]`);
      const live = K.make('p', { class: 'weigh-live', 'aria-live': 'polite' });
      const counts = this.weighing.initiatives.length > 0 && form !== null;
      const panel = counts ? new K.Panel(form, this.place, this.choice, says, (final) => this.moved(final)) : null;
      form?.append(live);
      return { figures, panel, live };
    }

    /** The reader has set something: one computation for each frame, and the address when it is let go. */
    moved(final) {
      if (this.due === 0) this.due = requestAnimationFrame(() => this.follow('step'));
      if (final) {
        const control = document.activeElement?.id ?? '';
        remember(control !== '' && control === written);
        written = control;
      }
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.announce(), QUIET);
    }

    follow(how = 'show') {
      this.due = 0;
      const { choice } = this;
      this.result = choice.effective ? this.weigher.score(choice.weights, choice.aggregate) : this.stated;
      this.figures[how](this.result, this.stated);
      remind();
    }

    /** Say the order, once things are quiet. */
    announce() {
      const { names } = this.says.lenses[this.place];
      const lines = this.result.order.slice(0, 3).map(({ initiative }) => {
        const [score, bounds] = this.figures.texts(this.result.cards[initiative]);
        return `${K.rankText(this.result.order, initiative)} ${names[initiative]} ${score} ${bounds}`;
      });
      const text = this.choice.asStated ? this.says.js.restored : K.filled(this.says.js.ranked, { order: lines.join(', ') });
      if (this.live.textContent !== text) this.live.textContent = text;
    }

    /** Take over what the address says. */
    restore(text) {
      if (text === this.choice.text) return;
      this.choice.text = text;
      this.panel?.show();
      this.follow();
    }
  }

  const stateless = (found) => found.lenses.size === 0 && found.rest.length === 0;

  /** The fragment for the choices made, with an anchor or the one that is there. */
  function address(anchor) {
    const found = K.parse(location.hash);
    return {
      anchor: anchor ?? found.anchor,
      rest: found.rest,
      lenses: new Map(lenses.map((lens) => [lens.key, lens.choice.text])),
    };
  }

  function remember(sameControl) {
    const text = K.fragment(address());
    if (text === location.hash.slice(1)) return;
    const url = text === '' ? location.href.replace(/#.*$/s, '') : `#${text}`;
    try {
      history[sameControl ? 'replaceState' : 'pushState'](null, '', url);
    } catch { // some browsers forbid it for files
      location.hash = text;
    }
  }

  /** Do as the address says; an anchor with more behind it is not found by the browser. */
  function obey() {
    const found = K.parse(location.hash);
    lenses.forEach((lens) => lens.restore(found.lenses.get(lens.key) ?? ''));
    written = null;
    if (found.anchor !== '' && found.anchor !== anchored) visit(found.anchor, stateless(found));
    anchored = found.anchor;
  }

  function visit(anchor, native) {
    const target = document.getElementById(anchor);
    if (target === null) return;
    for (let one = target; one !== null; one = one.parentElement) if (one.tagName === 'DETAILS') one.open = true;
    if (native && target.getClientRects().length > 0) return;
    target.scrollIntoView();
    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  }

  /** A link within the page takes the state along. */
  function followLink(event) {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const anchor = K.parse(link.getAttribute('href')).anchor;
    const wanted = address(anchor);
    if (wanted.rest.length === 0 && [...wanted.lenses.values()].every((text) => text === '')) return;
    event.preventDefault();
    const text = K.fragment(wanted);
    if (text === location.hash.slice(1)) visit(anchor, false);
    anchored = '';
    location.hash = text;
  }

  /** Show only the criteria in which every word that is looked for stands. */
  function search() {
    const box = document.getElementById('find');
    if (box === null) return;
    const word = looked?.value;
    if (looked !== box && word !== undefined) box.value = word; // in another language
    looked = box;
    if (filters.has(box)) {
      filters.get(box)();
      return;
    }
    const count = document.getElementById('found');
    const folded = (text) => text.normalize('NFKC').toLocaleLowerCase();
    let articles = null;
    const filter = () => {
      articles ??= [...document.querySelectorAll('[data-search]')].map((one) => [one, folded(one.textContent)]);
      const terms = folded(box.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      articles.forEach(([one, text]) => {
        const has = terms.every((term) => text.includes(term));
        shown += has ? 1 : 0;
        if (one.hidden === has) one.hidden = !has;
      });
      document.documentElement.classList.toggle('searching', terms.length > 0);
      if (count !== null) {
        count.hidden = terms.length === 0;
        count.textContent = terms.length === 0 ? '' : K.filled(spoken().js.found, { count: shown, all: articles.length });
      }
    };
    filters.set(box, filter);
    let timer = 0;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(filter, 80);
    });
    box.hidden = false;
    const finder = document.getElementById('finder');
    if (finder !== null) finder.hidden = false;
    if (box.value !== '') filter();
  }

  /** A button that changes between light and dark; it is named after what it brings. */
  function theme() {
    const button = document.querySelector('button.theme');
    if (button === null) return;
    const root = document.documentElement;
    const isDark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
    const name = () => { button.textContent = spoken().js[isDark() ? 'light' : 'dark']; };
    name();
    if (!button.hidden) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      name();
    });
  }

  /** While anything differs, say so wherever the reader is on the page. */
  function remind() {
    const differs = lenses.some((lens) => !lens.choice.asStated);
    if (!banners.has(shown)) banners.set(shown, shown.appendChild(banner()));
    const found = banners.get(shown);
    if (found.hidden === differs) found.hidden = !differs;
  }

  function banner() {
    const { js } = spoken();
    const reset = K.make('button', { type: 'button', class: 'weigh-reset', text: js.reset });
    reset.addEventListener('click', () => {
      lenses.forEach((lens) => lens.restore(''));
      remember(false);
    });
    return K.make('aside', { class: 'weigh-banner', 'aria-label': js.note, hidden: true },
      K.make('span', { text: js.note }), reset);
  }

  /** Connect everything with the elements that are there now: anew in another language. */
  function attach() {
    shown = document.getElementById('page') ?? document.body;
    lenses.forEach((lens) => lens.attach(shown));
    remind();
    search();
    theme();
  }

  function start() {
    const weighings = read('weighing');
    words = read('words');
    if (weighings === null || words === null) return;
    lenses.push(...weighings.map((weighing, place) => new Lens(weighing, place)));
    K.lenses = lenses;
    attach();
    obey();
    addEventListener('hashchange', obey);
    document.addEventListener('click', followLink);
    addEventListener('beforeprint', () => lenses.forEach((lens) => lens.figures.rest()));
    document.addEventListener('kasean:page', attach);
  }

  if (typeof document !== 'undefined') start();
})();
