/* Answers each line, a list of cases as JSON, with what the page's script makes of them: `node run.cjs <assets>`. */
'use strict';

const path = require('path');

const K = require(path.join(process.argv[2], 'weigh_engine.js'));
require(path.join(process.argv[2], 'weigh_state.js'));

function scored({ weighing, weights, aggregate }) {
  const weigher = new K.Weigher(weighing);
  const bare = weigher.weightless(weights ?? weigher.stated);
  if (bare.length > 0) {
    try {
      weigher.score(weights, aggregate);
    } catch (error) {
      if (error instanceof RangeError) return { weightless: bare };
    }
    return { weightless: 'but it scored' };
  }
  const { cards, order } = weigher.score(weights, aggregate);
  return { cards: cards.map(document), order };
}

function document(card) {
  return {
    score: card.score,
    low: card.low,
    high: card.high,
    coverage: card.coverage,
    band: card.band,
    band_by_score: card.bandByScore,
    band_bounds: card.bandBounds,
    limits: card.limits,
    applicable: card.applicable,
    rated: card.rated,
    nodes: card.outcomes.map(({ score, low, high, coverage }, at) => (
      { state: card.states[at], score, low, high, coverage, share: card.shares[at], contribution: card.points[at] })),
  };
}

/** What an address's fragment does to a choice of weights, and the fragment that it then is. */
function read({ weighing, fragment }) {
  const choice = new K.Choice(new K.Weigher(weighing));
  const found = K.parse(fragment);
  choice.text = found.lenses.get('r') ?? '';
  const lenses = new Map([['r', choice.text]]);
  return { weights: choice.weights, aggregate: choice.aggregate, set: choice.set, text: K.fragment({ ...found, lenses }) };
}

const lines = require('readline').createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const found = JSON.parse(line).map((one) => ('fragment' in one ? read(one) : scored(one)));
  process.stdout.write(`${JSON.stringify(found)}\n`);
});
