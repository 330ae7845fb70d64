/* The state of a page in its address's fragment: `#deep-link&w.reset-plan=set.equal;mean.geometric;human:0`.
 * Only what differs from the page as it was written is in it. What cannot be read is passed over. */
(function () {
  'use strict';

  const K = globalThis.KaseanScore;
  const MOST = 1e6; // weights above it are nobody's intention
  const NUMBER = /^\d{1,7}(\.\d{1,12})?(e-\d{1,2})?$/;

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return '';
    }
  };
  const encoded = (text) => encodeURIComponent(text).replace(/%3A/g, ':').replace(/%3B/g, ';').replace(/%2F/g, '/');

  /** A weight as it was typed; null where it is none. */
  function weightOf(text) {
    const number = NUMBER.test(text) ? Number(text) : NaN;
    return number <= MOST ? number : null;
  }

  /** The weights of one lens as a reader sets them: a weight set to begin with, changes to it, and an aggregation. */
  class Choice {
    constructor(weigher) {
      this.weigher = weigher;
      this.sets = new Map(weigher.weighing.weight_sets.map((one) => [one.id, one.weights]));
      this.reset();
    }

    reset() {
      this.set = null;
      this.aggregate = null;
      this.weights = [...this.weigher.stated];
    }

    base(set = this.set) {
      return this.sets.get(set) ?? this.weigher.stated;
    }

    /** Begin from a weight set (null: as stated); false where it is none that can be used. */
    begin(set) {
      const weights = this.base(set);
      if ((set !== null && !this.sets.has(set)) || this.weigher.weightless(weights).length > 0) return false;
      this.set = set;
      this.weights = [...weights];
      return true;
    }

    /** Set one weight; the places (see `weightless`) that this would leave without weight, in which case it is not. */
    weigh(at, weight) {
      const tried = [...this.weights];
      tried[at] = weight;
      const bare = this.weigher.weightless(tried);
      if (bare.length === 0) this.weights = tried;
      return bare;
    }

    /** The places whose weights differ from those of the weight set; the weight of a condition group has no effect. */
    moved(from = this.base()) {
      const { nodes } = this.weigher;
      return this.weights.map((_, at) => at).filter((at) => this.weights[at] !== from[at] && !nodes[at].condition);
    }

    get asStated() {
      return this.set === null && this.aggregate === null && this.moved().length === 0;
    }

    get effective() {
      return this.moved(this.weigher.stated).length > 0 || this.aggregate !== null;
    }

    get text() {
      const parts = this.set === null ? [] : [`set.${this.set}`];
      if (this.aggregate !== null) parts.push(`mean.${this.aggregate}`);
      const { nodes } = this.weigher;
      return [...parts, ...this.moved().map((at) => `${nodes[at].id}:${this.weights[at]}`)].join(';');
    }

    /** Take over what a text says; all of it is passed over where it leaves some group without weight. */
    set text(text) {
      this.reset();
      const places = new Map(this.weigher.nodes.map((node, at) => [node.id, at]));
      const parts = text.split(';').slice(0, 10 * places.size + 10);
      const named = (kind) => parts.filter((part) => part.startsWith(kind) && !part.includes(':')).pop()?.slice(kind.length);
      const set = named('set.');
      if (set !== undefined) this.begin(set);
      const mean = named('mean.');
      if (mean !== undefined && Object.hasOwn(K.POWERS, mean)) this.aggregate = mean;
      const tried = [...this.weights];
      parts.forEach((part) => {
        const colon = part.lastIndexOf(':');
        const at = places.get(part.slice(0, colon));
        const weight = colon < 0 ? null : weightOf(part.slice(colon + 1));
        if (at !== undefined && weight !== null) tried[at] = weight;
      });
      if (this.weigher.weightless(tried).length === 0) this.weights = tried;
    }
  }

  /** What a fragment says: the anchor to show, a text for each lens by its id, and parts that are not ours. */
  function parse(hash) {
    const found = { anchor: '', rest: [], lenses: new Map() };
    hash.replace(/^#/, '').split('&').slice(0, 100).forEach((part, at) => {
      const equals = part.indexOf('=');
      const name = decoded(part.slice(0, Math.max(equals, 0)));
      if (equals < 0) {
        if (at === 0) found.anchor = decoded(part);
      } else if (name.startsWith('w.')) {
        found.lenses.set(name.slice(2), decoded(part.slice(equals + 1)));
      } else {
        found.rest.push(part);
      }
    });
    return found;
  }

  /** The fragment, without `#`, that `parse` reads as this. */
  function fragment({ anchor, rest, lenses }) {
    const parts = [...(anchor === '' ? [] : [encoded(anchor)]), ...rest];
    lenses.forEach((text, id) => { if (text !== '') parts.push(`w.${encoded(id)}=${encoded(text)}`); });
    return parts.join('&');
  }

  Object.assign(K, { Choice, MOST, fragment, parse, weightOf });
})();
