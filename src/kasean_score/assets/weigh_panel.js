/* The controls by which a reader sets weights: for each lens a weight set, an aggregation, and a slider with a number
 * box for each group and criterion. */
(function () {
  'use strict';

  const K = globalThis.KaseanScore;

  /** An element with attributes (`text` its content, false left out, true without a value) and children. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => {
      if (key === 'text') element.textContent = value;
      else if (value !== false) element.setAttribute(key, value === true ? '' : value);
    });
    element.append(...children);
    return element;
  }

  /** The end of the sliders: 10, or for larger weights (say, of 100 in all) a round number of twice the largest. */
  function mostOf(weighing) {
    const largest = Math.max(...weighing.nodes.map((node) => node.weight), ...weighing.weight_sets.flatMap((one) => one.weights));
    if (largest <= 10) return 10;
    const step = 10 ** Math.floor(Math.log10(2 * largest));
    return Math.ceil((2 * largest) / step) * step;
  }

  /** The controls of one lens. `changed(final)` is called when the reader has set something: `final` when let go. */
  class Panel {
    constructor(form, place, choice, words, changed) {
      this.form = form;
      this.place = place;
      this.choice = choice;
      this.words = words;
      this.lens = words.lenses[place];
      this.changed = changed;
      this.most = mostOf(choice.weigher.weighing);
      this.rows = [];
      this.build();
      form.addEventListener('submit', (event) => event.preventDefault());
      form.hidden = false;
    }

    say(name, blanks) {
      return K.filled(this.words.js[name], blanks ?? {});
    }

    id(name) {
      return `weigh-${this.place}-${name}`;
    }

    build() {
      const { weigher } = this.choice;
      const holder = this.form.querySelector('.sliders') ?? this.form.appendChild(make('div', { class: 'sliders' }));
      this.note = make('p', { class: 'weigh-note', role: 'status' });
      this.problem = make('p', { class: 'weigh-problem', role: 'alert' });
      this.hint = make('p', { class: 'weigh-hint', hidden: true, text: this.say('copy_hint') });
      const groups = make('div', { class: 'weigh-groups' }, ...weigher.top.map((at) => this.group(at)));
      holder.replaceChildren(this.bar(), this.note, this.problem, this.hint, groups);
    }

    /** The controls of the whole. */
    bar() {
      const sets = [...this.choice.sets.keys()].map((id) => [id, this.lens.sets[id] ?? id]);
      this.sets = this.select('set', 'weight_set', sets);
      this.sets.querySelectorAll('option').forEach((one) => {
        one.disabled = one.value !== '' && this.choice.weigher.weightless(this.choice.base(one.value)).length > 0;
      });
      this.sets.addEventListener('change', () => {
        this.choice.begin(this.sets.value === '' ? null : this.sets.value);
        this.set();
      });
      this.means = this.select('mean', 'mean', Object.keys(K.POWERS).map((name) => [name, this.say(name)]));
      this.means.addEventListener('change', () => {
        this.choice.aggregate = this.means.value === '' ? null : this.means.value;
        this.set();
      });
      this.back = make('button', { type: 'button', class: 'weigh-reset', id: this.id('reset'), text: this.say('reset') });
      this.back.addEventListener('click', () => {
        this.choice.reset();
        this.set();
      });
      const labelled = (select, name) => make(
        'div', { class: 'weigh-choice' }, make('label', { for: select.id, text: this.say(name) }), select);
      return make('div', { class: 'weigh-bar' }, labelled(this.sets, 'weight_set'), labelled(this.means, 'mean'),
        this.back, ...this.copier());
    }

    select(name, label, options) {
      const stated = make('option', { value: '', text: this.say('as_stated') });
      const others = options.map(([value, text]) => make('option', { value, text }));
      return make('select', { id: this.id(name), autocomplete: 'off' }, stated, ...others);
    }

    /** A button that copies the page's address, where the browser lets a page do so. */
    copier() {
      if (navigator.clipboard === undefined) return [];
      this.copy = make('button', { type: 'button', class: 'weigh-copy', id: this.id('copy'), hidden: true, text: this.say('copy') });
      this.copy.addEventListener('click', () => {
        this.changed(true);
        navigator.clipboard.writeText(location.href).then(
          () => { this.hint.textContent = this.say('copied'); },
          () => { this.hint.textContent = this.say('not_copied'); },
        );
      });
      return [this.copy];
    }

    /** A group: its own weight, and folded up those of its members. */
    group(at) {
      const { nodes, children } = this.choice.weigher;
      const legend = make('legend', { id: this.id(`legend-${at}`), text: this.lens.nodes[at] });
      const inner = children[at].map((one) => (children[one] === null ? this.row(one, this.lens.nodes[one]) : this.group(one)));
      const own = nodes[at].condition
        ? make('p', { class: 'weigh-aside', text: this.say('condition') })
        : this.row(at, this.say('group'), legend.id);
      const folded = make('details', {}, make('summary', { id: this.id(`fold-${at}`), text: this.say('criteria') }), ...inner);
      return make('fieldset', { class: 'weigh-group' }, legend, own, folded);
    }

    row(at, title, within = '') {
      const label = make('label', { id: this.id(`label-${at}`), for: this.id(`slider-${at}`), text: title });
      const unit = make('span', { id: this.id(`unit-${at}`), hidden: true, text: this.say('number') });
      const named = `${within} ${label.id}`.trim();
      const end = { min: 0, max: this.most, autocomplete: 'off', 'aria-labelledby': named };
      const slider = make('input', { type: 'range', id: this.id(`slider-${at}`), step: this.most / 100, ...end });
      const box = make('input', {
        type: 'number', id: this.id(`number-${at}`), inputmode: 'decimal', ...end, step: 'any', 'aria-labelledby': `${named} ${unit.id}`,
      });
      const share = make('span', { class: 'weigh-share' });
      const row = { at, slider, box, share, element: make('div', { class: 'weigh-row' }, label, slider, box, share, unit) };
      slider.addEventListener('input', () => this.weigh(row, slider.value, false, slider));
      slider.addEventListener('change', () => this.weigh(row, slider.value, true));
      box.addEventListener('input', () => this.weigh(row, box.value, false, box));
      box.addEventListener('change', () => this.weigh(row, box.value, true));
      box.addEventListener('keydown', (event) => this.stepped(row, event));
      this.rows.push(row);
      return row.element;
    }

    /** Arrows in a number box go by steps of the slider, from wherever the number stands. */
    stepped(row, event) {
      const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      const to = Math.min(this.most, Math.max(0, this.choice.weights[row.at] + (direction * this.most) / 100));
      this.weigh(row, String(Number(to.toFixed(6))), true);
    }

    /** Take over a weight. The control that is being moved is left alone unless its weight cannot be used. */
    weigh(row, text, final, moving = null) {
      const weight = K.weightOf(text.trim());
      const typing = weight === null && moving === row.box; // what is typed may not be a number yet
      const bare = weight === null ? [] : this.choice.weigh(row.at, weight);
      const kept = bare.length > 0 || (weight === null && !typing);
      if (kept) {
        const family = this.choice.weigher.nodes[row.at].parent;
        this.complain(bare.length > 0
          ? this.say('all_zero', { title: family === null ? this.lens.title : this.lens.nodes[family] })
          : this.say('bad_number', { most: K.MOST }));
      } else if (!typing && moving !== null) {
        this.complain('');
      }
      this.refuse = kept;
      if (kept && moving === row.box) return; // a 0 may be the beginning of 0.5
      this.show(kept ? null : moving);
      if (!kept && !typing) this.changed(final);
    }

    complain(text) {
      if (this.problem.textContent !== text) this.problem.textContent = text;
    }

    /** After a choice in the bar. */
    set() {
      this.complain('');
      this.show(null);
      this.changed(true);
    }

    /** Have every control but `moving` show the choice. */
    show(moving = null) {
      const { choice } = this;
      const put = (control, value) => { if (control !== moving && control.value !== value) control.value = value; };
      const shares = this.shares();
      const { stated } = choice.weigher;
      this.rows.forEach(({ at, slider, box, share, element }) => {
        const text = String(choice.weights[at]);
        put(slider, text);
        put(box, text);
        const part = this.say(this.aside(at) ? 'share_aside' : 'share', { percent: K.whole(100 * shares[at]) });
        if (share.textContent !== part) share.textContent = part;
        element.classList.toggle('changed', choice.weights[at] !== stated[at]);
      });
      put(this.sets, choice.set ?? '');
      put(this.means, choice.aggregate ?? '');
      this.describe();
    }

    /** Whose weights these are, and what differs. */
    describe() {
      const { choice } = this;
      const differs = !choice.asStated;
      const text = differs ? `${this.say('note')} ${this.say('differs', { changes: this.differences().join(', ') })}` : '';
      if (this.note.textContent !== text) this.note.textContent = text;
      this.form.classList.toggle('changed', differs);
      this.back.disabled = !differs;
      if (this.copy !== undefined) this.copy.hidden = !differs;
      this.hint.hidden = !differs;
      const hint = this.say('copy_hint');
      if (this.hint.textContent !== hint) this.hint.textContent = hint;
    }

    differences() {
      const { choice } = this;
      const found = [];
      if (choice.set !== null) found.push(this.say('changed_set', { title: this.lens.sets[choice.set] ?? choice.set }));
      const count = choice.moved().length;
      if (count > 0) found.push(count === 1 ? this.say('changed_weight') : this.say('changed_weights', { count }));
      if (choice.aggregate !== null) found.push(this.say('changed_mean', { mean: this.say(choice.aggregate) }));
      return found;
    }

    /** Whether a node stands in a condition group. */
    aside(at) {
      const { nodes } = this.choice.weigher;
      for (let one = at; one !== null; one = nodes[one].parent) if (nodes[one].condition) return true;
      return false;
    }

    /** Each node's part of the whole where everything applies; in a condition group, of that group. */
    shares() {
      const { nodes, top, children } = this.choice.weigher;
      const { weights } = this.choice;
      const found = nodes.map(() => 0);
      const spread = (below, whole) => {
        const counted = below.filter((at) => !nodes[at].condition);
        const total = counted.reduce((sum, at) => sum + weights[at], 0);
        below.forEach((at) => {
          found[at] = nodes[at].condition ? 1 : (whole * weights[at]) / total;
          if (children[at] !== null) spread(children[at], found[at]);
        });
      };
      spread(top, 1);
      return found;
    }
  }

  Object.assign(K, { Panel, make });
})();
