"""What can be wrong with rubrics and dossiers, and a dossier on a rubric, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # Initiatives
    "problem.rating-without-level": (
        '"{field}" says nothing beside {state}',
        '{state}와(과) 함께 "{field}"을(를) 쓸 수 없습니다',
    ),
    "remedy.rating-without-level": (
        "write the reason after {state}, and remove this field",
        "이유는 {state} 뒤에 쓰고 이 항목은 지우십시오",
    ),
    "problem.level-with-values": (
        '"{field}" belongs to a measured value, not to a level',
        '"{field}"은(는) 단계가 아니라 측정값에 쓰는 항목입니다',
    ),
    "remedy.level-with-values": ("write a range of levels as level: [1, 2]", "단계의 범위는 level: [1, 2]로 쓰십시오"),
    "problem.value-outside-range": (
        "the value {value} is not within its own range ({given})",
        "값 {value}이(가) 자체 범위({given})를 벗어났습니다",
    ),
    "remedy.value-outside-range": ("low <= value <= high has to hold", "low <= value <= high가 성립해야 합니다"),
    "problem.disputed-without-range": ("a disputed rating needs a range", "이견이 있는 평정에는 범위가 있어야 합니다"),
    "remedy.disputed-without-range": (
        "give the levels that the sources support: level: [1, 2]; or remove disputed",
        "출처들이 뒷받침하는 범위를 level: [1, 2]와 같이 쓰거나 disputed를 지우십시오",
    ),
    "problem.rater-twice": ('"{name}" is in the panel twice', '패널에 "{name}"이(가) 두 번 나옵니다'),
    "remedy.rater-twice": (
        "first on line {first}; give each rater one opinion, or two raters two names",
        "{first}행에 이미 있습니다. 평정자마다 의견은 하나만 쓰고, 서로 다른 사람이면 이름을 구별하십시오",
    ),
    "problem.unknown-source": ('no source has the id "{name}"', '"{name}"(이)라는 id의 출처가 없습니다'),
    "remedy.unknown-source": (
        "add it under sources; listed there: {allowed}",
        "sources에 더하십시오. 지금 있는 출처: {allowed}",
    ),
    "problem.unknown-source.near": ('no source has the id "{name}"', '"{name}"(이)라는 id의 출처가 없습니다'),
    "remedy.unknown-source.near": (
        'did you mean "{meant}"? Else add it under sources',
        '"{meant}"을(를) 쓰려고 하셨습니까? 아니면 sources에 더하십시오',
    ),
    "problem.no-such-format": (
        "this command does not write {given}",
        "이 명령은 {given} 형식으로 쓰지 않습니다",
    ),
    "remedy.no-such-format": (
        "give the file another ending, or choose with -f: {allowed}",
        "파일 확장자를 바꾸거나 -f로 고르십시오: {allowed}",
    ),
    "problem.bom-without-csv": ("--bom is for csv, not for {given}", "--bom은 {given}이(가) 아니라 csv에만 씁니다"),
    "remedy.bom-without-csv": ("add -f csv, or leave --bom out", "-f csv를 더하거나 --bom을 빼십시오"),
    "problem.unknown-fact": ('no fact has the id "{name}"', '"{name}"(이)라는 id의 사실이 없습니다'),
    "remedy.unknown-fact": (
        "add it under facts; listed there: {allowed}",
        "facts에 더하십시오. 지금 있는 사실: {allowed}",
    ),
    "problem.unknown-fact.near": ('no fact has the id "{name}"', '"{name}"(이)라는 id의 사실이 없습니다'),
    "remedy.unknown-fact.near": (
        'did you mean "{meant}"? Else add it under facts',
        '"{meant}"을(를) 쓰려고 하셨습니까? 아니면 facts에 더하십시오',
    ),
    "problem.unknown-fact.none": (
        'no fact has the id "{name}": the dossier lists none',
        '"{name}"(이)라는 id의 사실이 없습니다. facts가 비어 있습니다',
    ),
    "remedy.unknown-fact.none": (
        "add facts: with its id, source and what it shows",
        "facts:에 id, source, shows를 갖추어 더하십시오",
    ),
    "problem.fact-cited-twice": (
        'fact "{name}" is cited twice under this rating',
        '사실 "{name}"이(가) 이 평정에 두 번 인용되었습니다',
    ),
    "remedy.fact-cited-twice": (
        "cite it once, for the level or against it",
        "단계를 지지하는 쪽과 반대하는 쪽 가운데 한 번만 인용하십시오",
    ),
    "problem.reversed-period": (
        "the period ends ({end}) before it begins ({start})",
        "기간의 끝({end})이 시작({start})보다 앞섭니다",
    ),
    "remedy.reversed-period": ("exchange from and to", "from과 to를 바꾸십시오"),
    # Rubrics
    "problem.no-groups": ("the rubric has no groups", "루브릭에 그룹이 없습니다"),
    "remedy.no-groups": ("write at least one group with criteria", "기준이 있는 그룹을 하나 이상 쓰십시오"),
    "problem.empty-group": ('group "{group}" is empty', '그룹 "{group}"이(가) 비어 있습니다'),
    "remedy.empty-group": ("give it criteria or groups, or remove it", "기준이나 하위 그룹을 쓰거나 그룹을 지우십시오"),
    "problem.all-weights-zero": ("all {count} weights here are zero", "여기 있는 가중치 {count}개가 모두 0입니다"),
    "remedy.all-weights-zero": (
        "give at least one of them a weight above 0",
        "적어도 하나에는 0보다 큰 가중치를 주십시오",
    ),
    "problem.nothing-counted": (
        "every group is a condition, so nothing is counted",
        "모든 그룹이 condition이어서 점수에 합산되는 그룹이 없습니다",
    ),
    "remedy.nothing-counted": ("give at least one group role: counted", "적어도 한 그룹은 role: counted로 두십시오"),
    "problem.levels-and-measure": (
        'criterion "{criterion}" has both levels and a measure',
        '기준 "{criterion}"에 levels와 measure가 함께 있습니다',
    ),
    "remedy.levels-and-measure": ("judge it by one of the two", "둘 중 하나만 쓰십시오"),
    "problem.unknown-level": (
        'a descriptor for level "{level}", which the scale does not have',
        '척도에 없는 단계 "{level}"에 서술이 있습니다',
    ),
    "remedy.unknown-level": ("levels of the scale: {allowed}", "척도의 단계: {allowed}"),
    "problem.bad-scale": ("the scale's levels are {given}", "척도의 단계가 {given}입니다"),
    "remedy.bad-scale": ("write at least two, counted 0, 1, 2 ... in order", "0, 1, 2 ... 순서로 둘 이상 쓰십시오"),
    "problem.scale-value-missing": (
        "level {level} has no value though others have one",
        "다른 단계와 달리 {level}단계에 value가 없습니다",
    ),
    "remedy.scale-value-missing": ("give every level a value, or none", "모든 단계에 value를 주거나 모두 빼십시오"),
    "problem.scale-falls": (
        "level {level} is worth less than the one below it",
        "{level}단계의 값이 아래 단계보다 낮습니다",
    ),
    "remedy.scale-falls": ("values must not fall as levels rise", "단계가 오를 때 값이 내려가서는 안 됩니다"),
    "problem.equal-bands": ("two bands begin at {at}", "두 등급이 {at}에서 시작합니다"),
    "remedy.equal-bands": ("give each band its own at_least", "등급마다 at_least를 다르게 쓰십시오"),
    "problem.bands-open": ("the lowest band does not begin at 0", "가장 낮은 등급이 0에서 시작하지 않습니다"),
    "remedy.bands-open": (
        "add a band with at_least: 0, so that every score has one",
        "모든 점수에 등급이 있도록 at_least: 0인 등급을 더하십시오",
    ),
    "problem.reserved-band": ('"{name}" cannot be the id of a band', '"{name}"은(는) 등급의 id로 쓸 수 없습니다'),
    "remedy.reserved-band": (
        "it stands for too little coverage; choose another id",
        "평정 비율 미달을 뜻하는 말이므로 다른 id를 쓰십시오",
    ),
    "problem.no-level": (
        "a rule for level {level}, which the scale does not have",
        "척도에 없는 {level}단계에 대한 규칙입니다",
    ),
    "remedy.no-level": ("levels of the scale: {allowed}", "척도의 단계: {allowed}"),
    "problem.weight-set-zero": (
        'weight set "{name}" leaves no weight in "{group}"',
        '가중치 세트 "{name}"에서 "{group}"에 남는 가중치가 없습니다',
    ),
    "remedy.weight-set-zero": (
        "give at least one child of it a weight above 0",
        "적어도 한 항목에는 0보다 큰 가중치를 주십시오",
    ),
    "problem.sweep-not-counted": (
        '"{name}" has no part in the score, so its share cannot be swept',
        '"{name}"은(는) 점수에 들어가지 않으므로 비중을 바꾸어 볼 수 없습니다',
    ),
    "remedy.sweep-not-counted": (
        "name a group or criterion that counts and whose weight is above 0",
        "합산되고 가중치가 0보다 큰 그룹이나 기준을 쓰십시오",
    ),
    "problem.sweep-alone": (
        '"{name}" has no siblings that count: its share is always 100 %',
        '"{name}"에는 함께 합산되는 형제 항목이 없어 비중이 언제나 100 %입니다',
    ),
    "remedy.sweep-alone": ("name the group above it instead", "대신 그 위의 그룹을 쓰십시오"),
    "problem.unknown-address": (
        'nothing in the rubric has the address "{name}"',
        '루브릭에 주소가 "{name}"인 것이 없습니다',
    ),
    "remedy.unknown-address": ("addresses: {allowed}", "주소: {allowed}"),
    "problem.unknown-address.near": (
        'nothing in the rubric has the address "{name}"',
        '루브릭에 주소가 "{name}"인 것이 없습니다',
    ),
    "remedy.unknown-address.near": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려고 하셨습니까?'),
    "problem.limit-on-measure": (
        '"{criterion}" is a measure and has no level',
        '"{criterion}"은(는) 측정값이어서 단계가 없습니다',
    ),
    "remedy.limit-on-measure": ("write below: and a score from 0 to 100", "below: 뒤에 0~100의 점수를 쓰십시오"),
    "problem.unknown-band": ('no band has the id "{name}"', '"{name}"(이)라는 등급이 없습니다'),
    "remedy.unknown-band": ("bands: {allowed}", "등급: {allowed}"),
    "problem.equal-goalposts": ("worst and best are both {value}", "worst와 best가 모두 {value}입니다"),
    "remedy.equal-goalposts": ("a measure needs two different goalposts", "두 기준값은 서로 달라야 합니다"),
    "problem.log-goalpost": (
        '"{field}" has to be above 0 on a logarithmic measure',
        '로그 측정값에서 "{field}"은(는) 0보다 커야 합니다',
    ),
    "remedy.log-goalpost": ("raise the goalpost, or remove log: true", "기준값을 올리거나 log: true를 지우십시오"),
    "problem.bad-condition": ("this condition cannot be judged", "판단할 수 없는 조건입니다"),
    "remedy.bad-condition": (
        "write criterion with at_most (a level) or below (a score), or group with below",
        "criterion과 at_most(단계) 또는 below(점수), 아니면 group과 below를 쓰십시오",
    ),
    # A dossier on a rubric
    "problem.unknown-criterion": (
        '"{rubric}" has no criterion "{criterion}"',
        '"{rubric}"에 "{criterion}" 기준이 없습니다',
    ),
    "remedy.unknown-criterion": ("criteria: {allowed}", "기준: {allowed}"),
    "problem.unknown-criterion.near": (
        '"{rubric}" has no criterion "{criterion}"',
        '"{rubric}"에 "{criterion}" 기준이 없습니다',
    ),
    "remedy.unknown-criterion.near": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려고 하셨습니까?'),
    "problem.unknown-criterion.group": (
        '"{criterion}" is a group of "{rubric}"; only criteria are rated',
        '"{criterion}"은(는) "{rubric}"의 그룹입니다. 평정은 기준에만 합니다',
    ),
    "remedy.unknown-criterion.group": ("its criteria: {allowed}", "그 기준: {allowed}"),
    "problem.does-not-apply": (
        '"{criterion}" is rated, but "{rubric}" does not ask it of this type and stage ({type}, {stage})',
        '"{rubric}"은(는) 이 유형과 추진 단계({type}, {stage})에 "{criterion}"을(를) 묻지 않는데 평정이 있습니다',
    ),
    "remedy.does-not-apply": (
        "remove the rating, or correct type or stage",
        "평정을 지우거나 type 또는 stage를 고치십시오",
    ),
    "problem.wrong-rating.value": (
        '"{criterion}" is judged by levels, not by a value',
        '"{criterion}"은(는) 값이 아니라 단계로 판단합니다',
    ),
    "remedy.wrong-rating.value": (
        "write level: and one of {allowed}",
        "level: 뒤에 다음 중 하나를 쓰십시오: {allowed}",
    ),
    "problem.wrong-rating.level": (
        '"{criterion}" is a measure, judged by a value',
        '"{criterion}"은(는) 측정값으로 판단합니다',
    ),
    "remedy.wrong-rating.level": (
        "write value: and the number; {worst} scores 0 and {best} scores 100",
        "value: 뒤에 숫자를 쓰십시오. {worst}이(가) 0점, {best}이(가) 100점입니다",
    ),
    "problem.log-of-nonpositive": (
        '"{criterion}" has no logarithm at {value}',
        '"{criterion}" 값 {value}에는 로그를 취할 수 없습니다',
    ),
    "remedy.log-of-nonpositive": (
        "the measure is logarithmic: the value has to be above 0",
        "로그 측정값이므로 0보다 커야 합니다",
    ),
    "problem.no-such-level": (
        '"{criterion}" is rated {level}, but "{rubric}" describes levels {allowed}',
        '"{criterion}"이(가) {level}단계로 평정되었으나 "{rubric}"에는 {allowed}단계만 있습니다',
    ),
    "remedy.no-such-level": ("choose one of {allowed}", "다음 중에서 고르십시오: {allowed}"),
    "problem.no-ratings": (
        "{initiative} has no ratings on {rubrics}",
        "{initiative}에 {rubrics}에 대한 평정이 없습니다",
    ),
    "remedy.no-ratings": (
        "it is rated on: {allowed}; choose with -r",
        "평정이 있는 루브릭: {allowed}. -r로 고르십시오",
    ),
    "problem.no-ratings.none": ("{initiative} has no ratings at all", "{initiative}에 평정이 전혀 없습니다"),
    "remedy.no-ratings.none": (
        "write them under ratings, by rubric and criterion",
        "ratings 아래에 루브릭과 기준별로 쓰십시오",
    ),
}
