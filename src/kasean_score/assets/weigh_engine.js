/* Scores again under other weights or means what a report holds as `weighing`: the arithmetic of the program's scoring
 * (aggregate, outline, evaluate, limits, compare), held to the same test vectors. No document, no text. */
(function () {
  'use strict';

  const TOLERANCE = 1e-9; // a score this close below a threshold has reached it
  const NEXT_TO_NOTHING = 1e-12; // a power whose mean has the digits of the geometric one
  const NOT_DEMONSTRATED = 'not_demonstrated';
  const POWERS = { arithmetic: 1, geometric: 0, harmonic: -1, minimum: -Infinity };
  const ABSENT = Object.freeze({ score: null, low: null, high: null, coverage: null });

  /** The sum of f(0) ... f(count - 1), compensated (Neumaier 1974): as good as computed in twice the digits. */
  function sum(count, f) {
    let whole = 0;
    let lost = 0;
    for (let at = 0; at < count; at += 1) {
      const term = f(at);
      const next = whole + term;
      lost += Math.abs(whole) >= Math.abs(term) ? whole - next + term : term - next + whole;
      whole = next;
    }
    return whole + lost;
  }

  /** Weighted power mean of values >= 0 under weights > 0 that add up to `total`: scoring/aggregate.py. */
  function positiveMean(values, weights, total, power) {
    const lowest = Math.min(...values);
    const highest = Math.max(...values);
    if (lowest === highest) return lowest;
    let mean;
    if (power === 1) {
      mean = sum(values.length, (at) => values[at] * weights[at]) / total;
    } else if (power === -Infinity || (power < NEXT_TO_NOTHING && lowest <= 0)) {
      mean = lowest;
    } else if (Math.abs(power) < NEXT_TO_NOTHING) {
      mean = Math.exp(sum(values.length, (at) => weights[at] * Math.log(values[at])) / total);
    } else {
      mean = generalMean(values, weights, total, power);
    }
    return Math.min(Math.max(mean, lowest), highest);
  }

  /** A mean of any other power, in logarithms: nothing overflows, and powers close to 0 keep their digits. */
  function generalMean(values, weights, total, power) {
    const logs = [];
    const parts = [];
    values.forEach((x, at) => {
      const part = weights[at] / total;
      if (x > 0 && part > 0) {
        logs.push(Math.log(x));
        parts.push(part);
      }
    });
    const middle = sum(logs.length, (at) => parts[at] * logs[at]);
    if (logs.length === values.length && logs.every((x) => Math.abs(power * (x - middle)) <= 1)) {
      const excess = sum(logs.length, (at) => parts[at] * Math.expm1(power * (logs[at] - middle)));
      return Math.exp(middle + Math.log1p(excess) / power);
    }
    const terms = logs.map((x, at) => Math.log(parts[at]) + power * x);
    const largest = Math.max(...terms);
    return Math.exp((largest + Math.log(sum(terms.length, (at) => Math.exp(terms[at] - largest)))) / power);
  }

  /** The part of the mean that each member accounts for (Euler); all 0 where the mean is 0. */
  function positiveShares(values, weights, mean, power) {
    if (mean <= 0) return values.map(() => 0);
    const parts = values.map((x, at) => {
      if (power === 1) return x * weights[at];
      if (power === -Infinity) return x === mean ? weights[at] : 0;
      return x > 0 ? weights[at] * Math.exp(power * (Math.log(x) - Math.log(mean))) : 0; // their ratio may overflow
    });
    const total = sum(parts.length, (at) => parts[at]);
    return parts.map((part) => part / total);
  }

  const same = (one, other) => one.every((x, at) => x === other[at]);

  /** What came out for a group of outcomes, and the part of its points that each accounts for (null without score). */
  function rolledUp(below, weights, total, power) {
    const scores = below.map((x) => x.score);
    const lows = below.map((x) => x.low);
    const highs = below.map((x) => x.high);
    const low = positiveMean(lows, weights, total, power);
    const high = same(lows, highs) ? low : positiveMean(highs, weights, total, power);
    const coverage = sum(below.length, (at) => below[at].coverage * weights[at]) / total;
    const rated = scores.map((_, at) => at).filter((at) => scores[at] !== null);
    if (rated.length === 0) return { outcome: { score: null, low, high, coverage }, parts: scores };
    const scored = rated.map((at) => scores[at]);
    const carried = rated.map((at) => weights[at]);
    const whole = rated.length === scores.length ? total : sum(carried.length, (at) => carried[at]);
    const score = same(scores, lows) ? low : positiveMean(scored, carried, whole, power);
    const parts = scores.map(() => null);
    positiveShares(scored, carried, score, power).forEach((part, at) => { parts[rated[at]] = part; });
    return { outcome: { score, low, high, coverage }, parts };
  }

  const powerOf = (given) => (given === null ? -Infinity : given);

  /** One `weighing` of the document, ready to be scored any number of times. */
  class Weigher {
    constructor(weighing) {
      this.weighing = weighing;
      this.nodes = weighing.nodes;
      this.stated = weighing.nodes.map((node) => node.weight);
      this.top = []; // places of the groups at the top
      this.children = weighing.nodes.map((node) => (node.kind === 'group' ? [] : null));
      weighing.nodes.forEach((node, at) => (node.parent === null ? this.top : this.children[node.parent]).push(at));
      const order = [...weighing.bands.map((band) => band.id), NOT_DEMONSTRATED];
      this.rank = new Map(order.map((id, at) => [id, at]));
    }

    /** The places of the groups (null: the top) whose members that count all weigh nothing: not a weighting. */
    weightless(weights) {
      const bare = (below) => {
        const counted = below.filter((at) => !this.nodes[at].condition);
        return counted.length > 0 && !counted.some((at) => weights[at] > 0);
      };
      const found = bare(this.top) ? [null] : [];
      this.children.forEach((below, at) => { if (below !== null && bare(below)) found.push(at); });
      return found;
    }

    /** The power of the mean at a group, or at the top (null): `aggregate` is null (as stated), a name or a power. */
    power(at, aggregate) {
      if (aggregate !== null && aggregate !== undefined) {
        return typeof aggregate === 'string' ? POWERS[aggregate] : aggregate;
      }
      const node = at === null ? null : this.nodes[at];
      return powerOf(node !== null && node.own_power ? node.power : this.weighing.power);
    }

    /** Every initiative, and their order, under `weights` (by place; null: as stated) and `aggregate`. */
    score(weights, aggregate) {
      const used = weights ?? this.stated;
      const bare = this.weightless(used);
      if (bare.length > 0) throw new RangeError(`all weights are zero below ${bare.map((at) => at ?? 'the top')}`);
      const cards = this.weighing.initiatives.map((one) => new Card(this, one.criteria, used, aggregate));
      return { cards, order: standings(cards, this.weighing.initiatives.map((one) => one.label)) };
    }

    band(score) {
      const { bands } = this.weighing;
      return (bands.find((band) => score >= band.at_least - TOLERANCE) ?? bands[bands.length - 1]).id;
    }

    /** The lowest among the score's band and the bands that the limits allow. */
    capped(score, limits) {
      return limits.reduce(
        (band, limit) => (this.rank.get(limit.band_at_most) > this.rank.get(band) ? limit.band_at_most : band),
        this.band(score),
      );
    }
  }

  /** One initiative's scorecard: figures of the whole, and of each node by its place. */
  class Card {
    constructor(weigher, criteria, weights, aggregate) {
      const size = weigher.nodes.length;
      this.weigher = weigher;
      this.criteria = criteria;
      this.weights = weights;
      this.aggregate = aggregate;
      this.states = criteria.map((one) => (one === null ? 'not_rated' : one.state));
      this.outcomes = criteria.map(outcomeOf);
      this.shares = new Array(size).fill(null);
      this.points = new Array(size).fill(null);
      this.knots = new Array(size).fill(null);
      for (let at = size - 1; at >= 0; at -= 1) {
        if (weigher.children[at] !== null) this.rollUp(at, weigher.children[at]);
      }
      const root = this.knot(null, weigher.top);
      const whole = root === null ? ABSENT : root.outcome;
      ({ score: this.score, low: this.low, high: this.high, coverage: this.coverage } = whole);
      if (root !== null) this.spread(root, 1, this.score);
      for (let at = 0; at < size; at += 1) {
        if (this.knots[at] !== null && this.shares[at] !== null) this.spread(this.knots[at], this.shares[at], this.points[at]);
      }
      this.judge(weigher);
      const counted = weigher.nodes.map((_, at) => at).filter((at) => criteria[at] !== null && this.shares[at]);
      this.applicable = counted.length;
      this.rated = counted.filter((at) => this.states[at] === 'rated').length;
    }

    rollUp(at, below) {
      const knot = this.knot(at, below);
      this.knots[at] = knot;
      if (knot === null) {
        this.states[at] = 'not_applicable';
      } else {
        this.outcomes[at] = knot.outcome;
        if (knot.outcome.score !== null) this.states[at] = 'rated';
      }
    }

    /** A group's members that apply and count, and what came out; null where none of them carries weight. */
    knot(at, below) {
      const { nodes } = this.weigher;
      const present = below.filter((one) => this.states[one] !== 'not_applicable' && !nodes[one].condition);
      const children = present.filter((one) => this.weights[one] > 0);
      if (children.length === 0) return null;
      const idle = present.filter((one) => !(this.weights[one] > 0)); // a share of zero, no effect
      const weights = children.map((one) => this.weights[one]);
      const total = sum(weights.length, (one) => weights[one]);
      const outcomes = children.map((one) => this.outcomes[one]);
      return { children, idle, total, ...rolledUp(outcomes, weights, total, this.weigher.power(at, this.aggregate)) };
    }

    /** Give a group's share of the whole and its points to its members. */
    spread(knot, share, whole) {
      [...knot.children, ...knot.idle].forEach((at) => { this.shares[at] = (share * this.weights[at]) / knot.total; });
      knot.idle.forEach((at) => { this.points[at] = this.outcomes[at].score === null ? null : 0; });
      if (whole === null) return;
      knot.children.forEach((at, one) => { if (knot.parts[one] !== null) this.points[at] = knot.parts[one] * whole; });
    }

    /** Band, bands still possible and what each limit says: scoring/limits.py. */
    judge(weigher) {
      const { limits, min_coverage: needed } = weigher.weighing;
      const found = limits.map((limit) => this.readings(limit));
      const held = (reading) => limits.filter((_, at) => found[at][reading].length > 0);
      const covered = this.coverage !== null && this.coverage >= needed - TOLERANCE;
      this.band = covered && this.score !== null ? weigher.capped(this.score, held('scored')) : NOT_DEMONSTRATED;
      this.bandByScore = this.score === null ? null : weigher.band(this.score);
      this.bandBounds = this.low === null
        ? null
        : [weigher.capped(this.low, held('low')), weigher.capped(this.high, held('high'))];
      this.limits = limits.map((limit, at) => {
        const { low, scored } = found[at];
        return {
          status: scored.length > 0 ? 'holds' : low.length > 0 ? 'possible' : 'clear',
          lowers: scored.length > 0 && limit.band_at_most === this.band && this.band !== this.bandByScore,
          triggers: scored.length > 0 ? scored : low,
        };
      });
    }

    /** Which nodes meet a limit when everything open is read at its worst, as scored, and at its best. */
    readings(limit) {
      const found = { low: [], scored: [], high: [] };
      limit.watched.filter((at) => this.outcomes[at].low !== null).forEach((at) => {
        const ends = this.ends(limit, at);
        Object.keys(found).forEach((reading, one) => { if (meets(limit, ends[one])) found[reading].push(at); });
      });
      return found;
    }

    /** The watched quantity (a criterion's level where the limit asks for one, else a score) at those readings. */
    ends(limit, at) {
      const criterion = this.criteria[at];
      if (limit.at_most === null || criterion === null) {
        const { low, score, high } = this.outcomes[at];
        return [low, score, high];
      }
      if (criterion.level !== null) {
        const [low, high] = criterion.level;
        return [low, (low + high) / 2, high];
      }
      const { levels } = this.weigher.nodes[at];
      return [Math.min(...levels), null, Math.max(...levels)];
    }
  }

  function outcomeOf(criterion) {
    if (criterion === null || criterion.bounds === null) return ABSENT;
    const [low, high] = criterion.bounds;
    return { score: criterion.score, low, high, coverage: criterion.state === 'rated' ? 1 : 0 };
  }

  function meets(limit, value) {
    if (value === null) return false;
    if (limit.at_most !== null) return value <= limit.at_most;
    return limit.below !== null && value < limit.below - TOLERANCE;
  }

  /** Highest score first; scores within the tolerance of a tie's highest share its rank: scoring/compare.py. */
  function standings(cards, labels) {
    const ids = labels.map((label) => label.replace(/ \(\d+\)$/, '')); // two of one id are numbered
    const byId = (one, other) => (ids[one] < ids[other] ? -1 : ids[one] > ids[other] ? 1 : one - other);
    const places = cards.map((_, at) => at);
    const overlaps = (at) => places.filter((other) => other !== at && meet(cards[at], cards[other]));
    let left = places.filter((at) => cards[at].score !== null);
    left.sort((one, other) => cards[other].score - cards[one].score || one - other);
    const found = [];
    while (left.length > 0) {
      const highest = cards[left[0]].score;
      const tied = left.filter((at) => !(cards[at].score < highest - TOLERANCE));
      const rank = found.length + 1;
      left = left.slice(tied.length);
      tied.sort(byId).forEach((at) => found.push({ initiative: at, rank, overlaps: overlaps(at) }));
    }
    const rest = places.filter((at) => cards[at].score === null).sort(byId);
    return [...found, ...rest.map((at) => ({ initiative: at, rank: null, overlaps: overlaps(at) }))];
  }

  /** Whether bounds have a score in common; two exact scores that are equal are a tie, with nothing uncertain. */
  function meet(one, other) {
    if (one.low === null || other.low === null) return false;
    if (one.low === one.high && other.low === other.high) return false;
    return one.low <= other.high + TOLERANCE && other.low <= one.high + TOLERANCE;
  }

  const engine = { NOT_DEMONSTRATED, POWERS, TOLERANCE, Weigher, standings };
  globalThis.KaseanScore = Object.assign(globalThis.KaseanScore ?? {}, engine);
  if (typeof module !== 'undefined') module.exports = globalThis.KaseanScore;
})();
