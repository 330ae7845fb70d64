/* The figures of a page that follow the weights: texts, bars, limits and the order. They are written as the program
 * writes them; where a figure is as stated, what stands there is what the page came with. */
(function () {
  'use strict';

  const K = globalThis.KaseanScore;
  const MOST_NAMED = 3;
  const QUIET = 150; // milliseconds after a step in which figures out of sight may wait for the next

  const whole = (number) => Math.floor(number + 0.5 + 1e-9);
  const filled = (text, blanks) => text.replace(/\{(\w+)\}/g, (blank, name) => (name in blanks ? blanks[name] : blank));

  /** How many decimals keep a number on its side of each start of a band; 0 where the nearest whole number does. */
  function digitsApart(exact, starts) {
    const crossed = (rounded) => starts.some((start) => exact >= start - K.TOLERANCE !== rounded >= start);
    if (!crossed(whole(exact))) return 0;
    for (let digits = 1; digits < 16; digits += 1) if (!crossed(Number(exact.toFixed(digits)))) return digits;
    return 16;
  }

  const sameNumber = (one, other) => one === other
    || (one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other)));
  const sameFigures = (one, other, names) => names.every((name) => sameNumber(one[name], other[name]));

  /** An element whose text follows. */
  class Text {
    constructor(element) {
      this.element = element;
      this.stated = element.textContent;
      this.shown = this.stated;
      this.row = element.closest('[data-row]'); // hidden where there is nothing to say
    }

    /** Write what `text` makes of the stated text; null: as stated. */
    write(text) {
      const wanted = text === null ? this.stated : text(this.stated);
      if (wanted === this.shown) return;
      this.element.textContent = wanted;
      this.element.classList.toggle('changed', wanted !== this.stated);
      if (this.row !== null) this.row.hidden = wanted === '';
      this.shown = wanted;
    }
  }

  /** A bar: a range from the lowest to the highest score, and a point, on an axis of 0 to 100 percent. */
  class Bar {
    constructor(element) {
      this.element = element;
      this.shapes = [...element.querySelectorAll('.range, .point')].map((one) => [
        one, ['x', 'cx', 'width', 'visibility'].map((name) => [name, one.getAttribute(name)]),
      ]);
      this.shown = null;
    }

    /** Draw an outcome; null: as stated. */
    write(outcome) {
      if (outcome === null && this.shown === null) return;
      this.shown = outcome;
      this.element.classList.toggle('changed', outcome !== null);
      this.shapes.forEach(([one, stated]) => {
        const wanted = outcome === null ? stated : Bar.drawn(one.classList.contains('point'), outcome);
        wanted.forEach(([name, value]) => (value === null ? one.removeAttribute(name) : one.setAttribute(name, value)));
      });
    }

    static drawn(isPoint, { score, low, high }) {
      if ((isPoint ? score : low) === null) return [['visibility', 'hidden']];
      const at = (number) => `${Math.round(number * 10) / 10}%`;
      const place = isPoint ? [['cx', at(score)]] : [['x', at(low)], ['width', at(high - low)]];
      return [['visibility', null], ...place];
    }
  }

  const SCORE = ['score', 'low', 'high', 'coverage'];
  const RANGE = ['score', 'low', 'high'];

  /** Every figure of one lens; `words` are what its parts are called, in the language of the page. */
  class Figures {
    constructor(place, weighing, words) {
      this.weighing = weighing;
      this.words = words;
      this.lens = words.lenses[place];
      this.followers = [];
      this.near = new Set(); // elements in or close to the window
      this.watcher = new IntersectionObserver((seen) => this.watch(seen), { rootMargin: '50% 0%' });
      this.later = null;
      this.timer = 0;
      const number = (element, name) => {
        const text = element.closest(`[data-${name}]`)?.getAttribute(`data-${name}`);
        return text === undefined ? null : Number(text);
      };
      document.querySelectorAll('[data-figure]').forEach((element) => {
        if (number(element, 'lens') !== place) return;
        this.follow(element, number(element, 'initiative'), number(element, 'node'));
      });
      this.lists = [...document.querySelectorAll('ol.order')]
        .filter((list) => number(list, 'lens') === place)
        .map((list) => {
          const items = [...list.querySelectorAll(':scope > [data-initiative]')];
          return { list, items };
        });
    }

    /** Have an element follow its figure, if it is one that is known and complete. */
    follow(element, initiative, node) {
      const figure = element.getAttribute('data-figure');
      const write = WRITERS[figure];
      if (write === undefined || this.weighing.initiatives[initiative] === undefined) return;
      if (node !== null && this.weighing.nodes[node] === undefined) return;
      const target = figure === 'bar' ? new Bar(element)
        : figure === 'limits' ? new Items(element, lineItem)
          : figure === 'overlaps' ? new Items(element, (at) => chip(this.weighing.initiatives[at].label, at)) : new Text(element);
      const follow = (result, stated) => {
        const [now, then] = [result.cards[initiative], stated.cards[initiative]];
        write.call(this, target, now, then, { node, initiative, result, stated });
      };
      this.followers.push([element, follow]);
      this.watcher.observe(element);
    }

    say(name, blanks = {}) {
      return filled(this.words.js[name], blanks);
    }

    /** Note what comes into sight, and bring it up to date. */
    watch(seen) {
      seen.forEach(({ target, isIntersecting }) => this.near[isIntersecting ? 'add' : 'delete'](target));
      if (this.later !== null && seen.some((one) => one.isIntersecting)) this.rest();
    }

    /** Show `result`, one of many that come quickly: what is out of sight waits until there is time. */
    step(result, stated) {
      clearTimeout(this.timer);
      this.followers.forEach(([element, follow]) => { if (this.near.has(element)) follow(result, stated); });
      this.arrange(result, stated);
      this.later = [result, stated];
      this.timer = setTimeout(() => this.rest(), QUIET);
    }

    /** Bring everything up to date. */
    rest() {
      if (this.later !== null) this.show(...this.later);
    }

    /** Show `result`, of which `stated` is the same under the stated weights. */
    show(result, stated) {
      clearTimeout(this.timer);
      this.later = null;
      this.followers.forEach(([, follow]) => follow(result, stated));
      this.arrange(result, stated);
    }

    /** Put the initiatives in order. */
    arrange(result, stated) {
      const isStated = result.order.every((place, at) => place.initiative === stated.order[at].initiative);
      this.lists.forEach((one) => {
        const by = new Map(one.items.map((item) => [Number(item.getAttribute('data-initiative')), item]));
        const wanted = isStated ? one.items : result.order.map((place) => by.get(place.initiative)).filter(Boolean);
        wanted.forEach((item, at) => {
          if (one.list.children[at] !== item) one.list.insertBefore(item, one.list.children[at] ?? null);
        });
      });
    }

    scoreText(part, target, now, then, { node }) {
      const [one, other] = [outcome(now, node), outcome(then, node)];
      const isWhole = node === null || this.weighing.nodes[node].kind === 'group';
      target.write(sameFigures(one, other, SCORE) ? null : () => this.texts(one, isWhole)[part]);
    }

    /** The texts of score and bounds; of the whole and of groups on their side of the start of each band. */
    texts({ score, low, high, coverage }, isWhole = true) {
      if (low === null) return [this.say('not_applicable'), ''];
      const starts = isWhole ? this.weighing.bands.map((band) => band.at_least) : [];
      const digits = score === null ? 0 : digitsApart(score, starts);
      const text = (number) => (digits === 0 ? String(whole(number)) : number.toFixed(digits));
      const thin = coverage < this.weighing.min_coverage - K.TOLERANCE;
      return [score === null ? '-' : `${text(score)}${thin ? '?' : ''}`, `[${text(low)}-${text(high)}]`];
    }

    /** What follows the per cent: how many criteria that is, and how much is needed. */
    coverageNote({ coverage, rated, applicable }) {
      const { min_coverage: needed } = this.weighing;
      const text = this.say('coverage_value', { percent: whole(100 * (coverage ?? 0)), rated, applicable });
      const thin = coverage !== null && coverage < needed - K.TOLERANCE;
      const note = thin ? `${text}; ${this.say('needed', { percent: whole(100 * needed) })}` : text;
      return note.slice(note.indexOf(' %') + 2);
    }

    /** What the band could still be, and what the score alone would give. */
    bandNote(card) {
      const { bands } = this.lens;
      const [low, high] = card.bandBounds ?? [null, null];
      const parts = low === high ? [] : [this.say('could_be', { low: bands[low], high: bands[high] })];
      if (card.bandByScore !== null && card.bandByScore !== card.band) {
        parts.push(this.say('by_score', { band: bands[card.bandByScore] }));
      }
      return parts.join('; ');
    }

    /** A line for each limit that holds or could lower the band, those that do lower it first. */
    limitLines(card) {
      const depth = (id) => this.weighing.bands.map((band) => band.id).concat(K.NOT_DEMONSTRATED).indexOf(id);
      const order = (limit) => (limit.lowers ? 0 : limit.status === 'holds' ? 1 : 2);
      const lines = card.limits
        .map((one, at) => ({ ...this.weighing.limits[at], ...one }))
        .filter((one) => one.status === 'holds' || (one.status === 'possible' && card.bandBounds !== null
          && depth(one.band_at_most) > depth(card.bandBounds[1])))
        .sort((one, other) => order(one) - order(other))
        .map((one) => this.limitLine(one));
      return lines.length > 0 ? lines : [this.say('no_limit')];
    }

    limitLine({ id, band_at_most: most, status, lowers, triggers }) {
      const names = triggers.slice(0, MOST_NAMED).map((at) => this.lens.nodes[at]);
      if (triggers.length > names.length) names.push(this.say('and_more', { count: triggers.length - names.length }));
      const held = this.say(`limit_${lowers ? 'lowers' : status}`, { band: this.lens.bands[most] });
      const because = status === 'holds' && this.lens.limits[id] ? `. ${this.lens.limits[id]}` : '';
      return `${held}: ${names.join(', ')}${because}`;
    }
  }

  const outcome = (card, node) => (node === null ? card : card.outcomes[node]);
  const percents = (now, then) => numbered(...[now, then].map((part) => (part === null ? null : 100 * part)),
    (value) => `${whole(value)} %`);

  /** What writes a figure into its element: from the card now, the card as stated, and where it stands. */
  const WRITERS = {
    score(...given) { this.scoreText(0, ...given); },
    bounds(...given) { this.scoreText(1, ...given); },
    bar(target, now, then, { node }) {
      const [one, other] = [outcome(now, node), outcome(then, node)];
      target.write(sameFigures(one, other, RANGE) ? null : one);
    },
    coverage(target, now, then, { node }) {
      target.write(percents(outcome(now, node).coverage, outcome(then, node).coverage));
    },
    share(target, now, then, { node }) {
      target.write(percents(now.shares[node], then.shares[node]));
    },
    contribution(target, now, then, { node }) {
      target.write(numbered(now.points[node], then.points[node], (value) => value.toFixed(1)));
    },
    band(target, now, then) {
      target.write(now.band === then.band ? null : () => this.lens.bands[now.band]);
    },
    'coverage-note'(target, now, then) {
      const note = this.coverageNote(now);
      target.write(note === this.coverageNote(then) ? null : () => note);
    },
    'band-note'(target, now, then) {
      const note = this.bandNote(now);
      target.write(note === this.bandNote(then) ? null : () => note);
    },
    limits(target, now, then) {
      const lines = this.limitLines(now);
      target.write(same(lines, this.limitLines(then)) ? null : () => lines);
    },
    rank(target, now, then, { initiative, result, stated }) {
      const [rank, was] = [rankText(result.order, initiative), rankText(stated.order, initiative)];
      target.write(rank === was ? null : () => this.say('was', { rank, stated: was }));
    },
    overlaps(target, now, then, { initiative, result, stated }) {
      const [meet, met] = [result, stated].map((one) => one.order.find((place) => place.initiative === initiative).overlaps);
      target.write(same(meet, met) ? null : () => meet);
    },
  };

  const same = (one, other) => one.length === other.length && one.every((line, at) => line === other[at]);

  /** An element with a child for each of some values, by `made`. */
  class Items {
    constructor(element, made) {
      this.element = element;
      this.made = made;
      this.stated = [...element.childNodes];
      this.shown = null;
      this.row = element.closest('[data-row]');
      this.wasHidden = this.row?.hidden;
    }

    /** Show what `values` gives; null: as stated. */
    write(values) {
      const wanted = values === null ? null : values();
      if (JSON.stringify(wanted) === JSON.stringify(this.shown)) return;
      this.shown = wanted;
      this.element.classList.toggle('changed', wanted !== null);
      this.element.replaceChildren(...(wanted === null ? this.stated : wanted.map(this.made)));
      if (this.row !== null) this.row.hidden = wanted === null ? this.wasHidden : wanted.length === 0;
    }
  }

  function chip(label, at) {
    const span = document.createElement('span');
    span.className = `chip m${at % 6}`;
    span.textContent = label;
    const holder = document.createDocumentFragment();
    holder.append(span, ' ');
    return holder;
  }

  function lineItem(text) {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  }

  /** `was` with its numbers replaced one after the other, at the decimals that they had; `-` where there is none. */
  function withNumbers(was, numbers) {
    const left = [...numbers];
    return was.replace(/\d+(?:\.(\d+))?/g, (number, decimals = '') => {
      if (left.length === 0) return number;
      const value = left.shift();
      return decimals === '' ? String(whole(value)) : value.toFixed(decimals.length);
    });
  }

  /** A number in the place of the one in `was`; written by `fresh` where there is none. */
  function numbered(now, then, fresh) {
    if (sameNumber(now, then)) return null;
    return (was) => (now === null ? '-' : /\d/.test(was) ? withNumbers(was, [now]) : fresh(now));
  }

  /** `1`, `1=` in a tie, `-` without a score. */
  function rankText(places, initiative) {
    const { rank } = places.find((one) => one.initiative === initiative);
    if (rank === null) return '-';
    return places.filter((one) => one.rank === rank).length > 1 ? `${rank}=` : String(rank);
  }

  Object.assign(K, { Figures, digitsApart, filled, rankText, whole });
})();
