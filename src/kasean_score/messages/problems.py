"""What can be wrong with an input, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # The text of a file
    "problem.duplicate-key": ('"{name}" is set twice', '"{name}" 항목이 두 번 쓰였습니다'),
    "remedy.duplicate-key": (
        "first set on line {first}; remove one of the two",
        "{first}행에 이미 있습니다. 둘 중 하나를 지우십시오",
    ),
    "problem.too-deep": ("nested more than {limit} levels deep", "{limit}단계보다 깊게 중첩되었습니다"),
    "remedy.too-deep": (
        "no document needs that; look for a bracket or an indent too many",
        "이런 깊이가 필요한 문서는 없습니다. 괄호나 들여쓰기를 확인하십시오",
    ),
    "problem.complex-key": ("a key has to be a plain text", "키는 단순한 텍스트여야 합니다"),
    "remedy.complex-key": ("write the key as one word before the colon", "쌍점 앞에 한 단어로 쓰십시오"),
    "problem.tag": ("the tag {tag} is not allowed", "태그 {tag}은(는) 쓸 수 없습니다"),
    "remedy.tag": (
        "remove it: the fields say of what type their values are",
        "지우십시오. 값의 형식은 항목마다 정해져 있습니다",
    ),
    "problem.alias": ("the alias *{name} is not allowed", "별칭 *{name}은(는) 쓸 수 없습니다"),
    "remedy.alias": ("write the value out, or use extends", "값을 그대로 쓰거나 extends를 쓰십시오"),
    "problem.second-document": ("a second document begins here", "여기서 두 번째 문서가 시작됩니다"),
    "remedy.second-document": (
        "keep one document in a file; remove the ---",
        "한 파일에 문서 하나만 두고 ---를 지우십시오",
    ),
    "problem.syntax": (
        "the file cannot be read from here: {problem}",
        "이 위치부터 파일을 읽을 수 없습니다: {problem}",
    ),
    "remedy.syntax": ("look at this line and the one before it", "이 줄과 바로 앞 줄을 확인하십시오"),
    "problem.syntax.colon": (
        "the file cannot be read from here: {problem}",
        "이 위치부터 파일을 읽을 수 없습니다: {problem}",
    ),
    "remedy.syntax.colon": (
        'put a text that holds ": " in double quotes, or check the indent',
        '": "이(가) 든 텍스트는 큰따옴표로 묶거나 들여쓰기를 확인하십시오',
    ),
    "problem.syntax.token": (
        "the file cannot be read from here: {problem}",
        "이 위치부터 파일을 읽을 수 없습니다: {problem}",
    ),
    "remedy.syntax.token": (
        "indent with spaces, never tabs; put a text that begins with @, ` or % in double quotes",
        "탭이 아니라 빈칸으로 들여쓰고, @ ` %로 시작하는 텍스트는 큰따옴표로 묶으십시오",
    ),
    "problem.syntax.control": (
        "the file holds a character that text cannot have: {problem}",
        "텍스트에 쓸 수 없는 문자가 있습니다: {problem}",
    ),
    "remedy.syntax.control": ("delete it", "그 문자를 지우십시오"),
    "problem.syntax.indent": (
        "the file cannot be read from here: {problem}",
        "이 위치부터 파일을 읽을 수 없습니다: {problem}",
    ),
    "remedy.syntax.indent": (
        "fields of one record start in the same column, and each has a colon and a space after its name",
        "한 기록의 항목은 같은 열에서 시작하고, 이름 뒤에 쌍점과 빈칸이 있어야 합니다",
    ),
    "problem.syntax.bracket": (
        "the file cannot be read from here: {problem}",
        "이 위치부터 파일을 읽을 수 없습니다: {problem}",
    ),
    "remedy.syntax.bracket": ("look for a missing comma or bracket", "빠진 쉼표나 괄호가 있는지 확인하십시오"),
    "problem.syntax.quote": (
        "the file cannot be read from here: {problem}",
        "이 위치부터 파일을 읽을 수 없습니다: {problem}",
    ),
    "remedy.syntax.quote": ("look for a quote that is not closed", "닫히지 않은 따옴표가 있는지 확인하십시오"),
    # Kinds of value
    "problem.empty-text": ('"{field}" is empty', '"{field}"이(가) 비어 있습니다'),
    "remedy.empty-text": ("write a text, or remove the field", "텍스트를 쓰거나 항목을 지우십시오"),
    "problem.wrong-type.text": (
        '"{field}" has to be a text, not {given}',
        '"{field}"은(는) 텍스트여야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.text": ("put it in double quotes", "큰따옴표로 묶으십시오"),
    "problem.wrong-type.number": (
        '"{field}" has to be a number, not {given}',
        '"{field}"은(는) 숫자여야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.number": (
        "write digits, with a point for decimals: 12.5",
        "숫자로 쓰고 소수점은 점으로 쓰십시오: 12.5",
    ),
    "problem.wrong-type.whole": (
        '"{field}" has to be a whole number of 0 or more, not {given}',
        '"{field}"은(는) 0 이상의 정수여야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.whole": ("write a level as 2, a range as [1, 2]", "단계는 2, 범위는 [1, 2]와 같이 쓰십시오"),
    "problem.wrong-type.boolean": (
        '"{field}" has to be true or false, not {given}',
        '"{field}"은(는) true 또는 false여야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.boolean": ("write true or false, without quotes", "따옴표 없이 true 또는 false로 쓰십시오"),
    "problem.wrong-type.list": (
        '"{field}" has to be a list, not {given}',
        '"{field}"은(는) 목록이어야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.list": ("write one item a line, each after a dash", "한 줄에 하나씩 줄표(-) 뒤에 쓰십시오"),
    "problem.wrong-type.mapping": (
        '"{field}" has to hold names with values, not {given}',
        '"{field}"은(는) 이름과 값으로 이루어져야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.mapping": ("write one `name: value` a line below it", "그 아래에 `이름: 값`을 한 줄씩 쓰십시오"),
    "problem.wrong-type.record": (
        '"{field}" has to be a record, not {given}',
        '"{field}"은(는) 항목을 갖춘 기록이어야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.record": ("its fields are: {allowed}", "쓸 수 있는 항목: {allowed}"),
    "problem.quoted-number": (
        '"{field}" has to be a number; {given} is a text',
        '"{field}"은(는) 숫자여야 하는데 {given}은(는) 텍스트입니다',
    ),
    "remedy.quoted-number": ("remove the quotes", "따옴표를 지우십시오"),
    "problem.not-finite": (
        '"{field}" has to be finite, not {given}',
        '"{field}"은(는) 유한한 수여야 합니다. 지금 값: {given}',
    ),
    "remedy.not-finite": (
        "write a number, or not_rated with the reason",
        "숫자를 쓰거나 이유와 함께 not_rated로 쓰십시오",
    ),
    "problem.out-of-range.low": ('"{field}" is {given}, which is too low', '"{field}" 값 {given}이(가) 너무 작습니다'),
    "remedy.out-of-range.low": ("write a number of {least} or more", "{least} 이상의 숫자를 쓰십시오"),
    "problem.out-of-range.high": ('"{field}" is {given}, which is too high', '"{field}" 값 {given}이(가) 너무 큽니다'),
    "remedy.out-of-range.high": ("write a number of {most} or less", "{most} 이하의 숫자를 쓰십시오"),
    "problem.not-allowed": (
        '"{field}" is {given}, which is not one of its values',
        '"{field}"에 {given}은(는) 쓸 수 없습니다',
    ),
    "remedy.not-allowed": ("allowed: {allowed}", "쓸 수 있는 값: {allowed}"),
    "problem.not-allowed.near": (
        '"{field}" is {given}, which is not one of its values',
        '"{field}"에 {given}은(는) 쓸 수 없습니다',
    ),
    "remedy.not-allowed.near": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 값: {allowed}',
    ),
    "problem.bad-language": ('"{given}" is no language code', '"{given}"은(는) 언어 코드가 아닙니다'),
    "remedy.bad-language": (
        "write a text, or a map such as {{en: ..., ko: ...}}",
        "텍스트를 쓰거나 {{en: ..., ko: ...}}와 같이 쓰십시오",
    ),
    "problem.bad-id": ('"{field}" is {given}, which cannot be an id', '{given}은(는) id로 쓸 수 없습니다("{field}")'),
    "remedy.bad-id": (
        "use letters a-z, digits, - and _, up to 100; the dot separates the parts of an address",
        "영문자, 숫자, -, _만 100자까지 쓰십시오. 점은 주소를 나누는 데 쓰입니다",
    ),
    "problem.bad-id.dots": (
        '"{field}" is {given}, which cannot be an id',
        '{given}은(는) id로 쓸 수 없습니다("{field}")',
    ),
    "remedy.bad-id.dots": (
        "use letters a-z, digits, dots, - and _, up to 100",
        "영문자, 숫자, 점, -, _만 100자까지 쓰십시오",
    ),
    "problem.bad-date": ('"{field}" is {given}, which is no date', '"{field}" 값 {given}은(는) 날짜가 아닙니다'),
    "remedy.bad-date": ("write 2024-10-10, 2024-10 or 2024", "2024-10-10, 2024-10, 2024 가운데 한 꼴로 쓰십시오"),
    "problem.bad-url": (
        '"{field}" is {given}, which is no web address',
        '"{field}" 값 {given}은(는) 웹 주소가 아닙니다',
    ),
    "remedy.bad-url": ("write it in full, from https:// on", "https://부터 모두 쓰십시오"),
    "problem.bad-range": ('"{field}" is a list that is no range', '"{field}"이(가) 범위가 아닌 목록입니다'),
    "remedy.bad-range": ("write a range as two levels: [1, 2]", "범위는 두 단계로 쓰십시오: [1, 2]"),
    "problem.reversed-range": ("the range {given} runs backwards", "범위 {given}의 순서가 뒤바뀌었습니다"),
    "remedy.reversed-range": (
        "write the lower level first: [{high}, {low}]",
        "낮은 단계를 먼저 쓰십시오: [{high}, {low}]",
    ),
    # Records
    "problem.missing-field": ('{record} has no "{field}"', '{record}에 "{field}"이(가) 없습니다'),
    "remedy.missing-field": ("add {field}: {about}", "{field} 항목을 더하십시오"),
    "problem.missing-one-of": ("{record} has none of: {allowed}", "{record}에 다음이 하나도 없습니다: {allowed}"),
    "remedy.missing-one-of": ("give exactly one of them", "그중 하나만 쓰십시오"),
    "problem.too-many-of": ("{record} has {given} at once", "{record}에 다음이 함께 있습니다: {given}"),
    "remedy.too-many-of": ("keep exactly one of them", "하나만 남기십시오"),
    "problem.unknown-key": ('{record} has no field "{name}"', '{record}에는 "{name}" 항목이 없습니다'),
    "remedy.unknown-key": ("allowed: {allowed}", "쓸 수 있는 항목: {allowed}"),
    "problem.unknown-key.near": ('{record} has no field "{name}"', '{record}에는 "{name}" 항목이 없습니다'),
    "remedy.unknown-key.near": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 항목: {allowed}',
    ),
    "problem.duplicate-id": ('the id "{name}" is used twice', 'id "{name}"이(가) 두 번 쓰였습니다'),
    "remedy.duplicate-id": (
        "first used on line {first}; give this one another id",
        "{first}행에서 이미 쓰였습니다. 다른 id를 주십시오",
    ),
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
    # Finding files
    "problem.empty-folder": ("no dossier in this folder", "이 폴더에 평가 문서가 없습니다"),
    "remedy.empty-folder": (
        "a dossier is a .yaml, .yml or .json file with kind: initiative",
        "평가 문서는 kind: initiative로 시작하는 .yaml, .yml, .json 파일입니다",
    ),
    "problem.unknown-rubric": ('no rubric named "{name}"', '"{name}"(이)라는 루브릭이 없습니다'),
    "remedy.unknown-rubric": (
        "available: {allowed}; a file needs a slash or the ending .yaml, .yml or .json",
        "쓸 수 있는 루브릭: {allowed}. 파일은 확장자나 /를 붙여 쓰십시오",
    ),
    "problem.unknown-rubric.near": ('no rubric named "{name}"', '"{name}"(이)라는 루브릭이 없습니다'),
    "remedy.unknown-rubric.near": (
        'did you mean "{meant}"? Available: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 루브릭: {allowed}',
    ),
    "problem.unknown-rubric.path": (
        'no rubric named "{name}", though a file or folder is',
        '"{name}"(이)라는 루브릭은 없고 같은 이름의 파일이나 폴더가 있습니다',
    ),
    "remedy.unknown-rubric.path": (
        "write ./{name} for the file; available rubrics: {allowed}",
        "파일이라면 ./{name}(으)로 쓰십시오. 쓸 수 있는 루브릭: {allowed}",
    ),
    "problem.unknown-initiative": ('no initiative named "{name}"', '"{name}"(이)라는 평가 대상이 없습니다'),
    "remedy.unknown-initiative": (
        "available: {allowed}; a file needs a slash or the ending .yaml, .yml or .json",
        "쓸 수 있는 평가 대상: {allowed}. 파일은 확장자나 /를 붙여 쓰십시오",
    ),
    "problem.unknown-initiative.near": ('no initiative named "{name}"', '"{name}"(이)라는 평가 대상이 없습니다'),
    "remedy.unknown-initiative.near": (
        'did you mean "{meant}"? Available: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 평가 대상: {allowed}',
    ),
    "problem.unknown-initiative.path": (
        'no initiative named "{name}", though a file or folder is',
        '"{name}"(이)라는 평가 대상은 없고 같은 이름의 파일이나 폴더가 있습니다',
    ),
    "remedy.unknown-initiative.path": (
        "write ./{name} for the file or folder; available: {allowed}",
        "파일이나 폴더라면 ./{name}(으)로 쓰십시오. 쓸 수 있는 평가 대상: {allowed}",
    ),
    "problem.cyclic-extends": ("extends goes in a circle", "extends가 순환합니다"),
    "remedy.cyclic-extends": (
        "the chain is {chain}; one of them must not extend",
        "이어진 순서: {chain}. 그중 하나는 extends가 없어야 합니다",
    ),
    "problem.new-without-title": (
        'what this file extends has no "{name}", which looks like "{meant}"',
        '확장하는 문서에 "{name}"이(가) 없습니다. "{meant}"와(과) 비슷합니다',
    ),
    "remedy.new-without-title": (
        'write "{meant}" to change that one; give a new group or criterion a title',
        '기존 항목을 바꾸려면 "{meant}"(으)로 쓰고, 새 그룹이나 기준에는 title을 쓰십시오',
    ),
    "problem.base-without-id": ("{path}, which this file extends, has no id", "확장하는 문서 {path}에 id가 없습니다"),
    "remedy.base-without-id": (
        "give it an id: results name every file that they rest on",
        "id를 쓰십시오. 결과에는 근거가 된 모든 파일의 이름이 나옵니다",
    ),
    "problem.reserved-group": ('"{name}" cannot be the id of a group', '"{name}"은(는) 그룹의 id로 쓸 수 없습니다'),
    "remedy.reserved-group": (
        "limits use it for any group at the top; choose another id",
        "제한 규칙에서 최상위 그룹 가운데 어느 것이든 뜻하는 말이므로 다른 id를 쓰십시오",
    ),
    "problem.missing-base": (
        'extends names "{name}", which is not bundled',
        'extends가 가리키는 "{name}"은(는) 기본 제공되지 않습니다',
    ),
    "remedy.missing-base": (
        "bundled: {allowed}; a file needs a slash or the ending .yaml, .yml or .json",
        "기본 제공: {allowed}. 파일은 확장자나 /를 붙여 쓰십시오",
    ),
    "problem.wrong-kind.rubric": (
        "this is an {given}, and a rubric is needed here",
        "여기에는 루브릭이 필요한데 {given} 문서입니다",
    ),
    "remedy.wrong-kind.rubric": (
        "give it as an argument, and the rubric after -r",
        "이 파일은 인수로 주고 루브릭은 -r 뒤에 쓰십시오",
    ),
    "problem.wrong-kind.initiative": (
        "this is a {given}, and an initiative is needed here",
        "여기에는 평가 대상 문서가 필요한데 {given} 문서입니다",
    ),
    "remedy.wrong-kind.initiative": ("give a rubric after -r", "루브릭은 -r 뒤에 쓰십시오"),
    "problem.empty-file": ("the file is empty", "파일이 비어 있습니다"),
    "remedy.empty-file": (
        "a dossier begins with kind: initiative, a rubric with kind: rubric",
        "평가 문서는 kind: initiative, 루브릭은 kind: rubric으로 시작합니다",
    ),
    "problem.not-a-mapping": ("the file holds no fields", "파일에 항목이 없습니다"),
    "remedy.not-a-mapping": (
        "a dossier begins with kind: initiative, a rubric with kind: rubric",
        "평가 문서는 kind: initiative, 루브릭은 kind: rubric으로 시작합니다",
    ),
    "problem.is-a-folder": ("this is a folder, and a file is needed here", "여기에는 파일이 필요한데 폴더입니다"),
    "remedy.is-a-folder": ("name a file in it", "그 안의 파일을 쓰십시오"),
    "problem.no-such-file": ("no such file: {path}", "그런 파일이 없습니다: {path}"),
    "remedy.no-such-file": (
        "check the path; a name without slash and ending is a bundled id",
        "경로를 확인하십시오. /와 확장자가 없는 이름은 기본 제공 id로 봅니다",
    ),
    "problem.no-such-file.near": ("no such file: {path}", "그런 파일이 없습니다: {path}"),
    "remedy.no-such-file.near": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려고 하셨습니까?'),
    "problem.unreadable": ("the file cannot be read: {reason}", "파일을 읽을 수 없습니다: {reason}"),
    "remedy.unreadable": ("check the path and your right to read it", "경로와 읽기 권한을 확인하십시오"),
    "problem.too-large": ("the file is larger than {limit} MB", "파일이 {limit} MB보다 큽니다"),
    "remedy.too-large": ("no dossier needs that; split it by initiative", "평가 대상별로 나누십시오"),
    "problem.encoding": ("the file is not UTF-8 text", "UTF-8 텍스트 파일이 아닙니다"),
    "remedy.encoding": (
        "save it as UTF-8 (in an editor: Save with encoding, UTF-8)",
        "편집기에서 UTF-8 인코딩으로 저장하십시오",
    ),
    "problem.encoding.utf-16": ("the file is {encoding}, not UTF-8", "UTF-8이 아니라 {encoding} 파일입니다"),
    "remedy.encoding.utf-16": (
        "save it as UTF-8 (in an editor: Save with encoding, UTF-8)",
        "편집기에서 UTF-8 인코딩으로 저장하십시오",
    ),
    # Options
    "problem.unknown-node": (
        '--only: no group or criterion "{name}" in {rubrics}',
        '--only: {rubrics}에 "{name}" 그룹이나 기준이 없습니다',
    ),
    "remedy.unknown-node": ("groups: {allowed}", "그룹: {allowed}"),
    "problem.unknown-weight-set": (
        '--weights: {rubric} has no weight set "{name}"',
        '--weights: {rubric}에 "{name}" 가중치 세트가 없습니다',
    ),
    "remedy.unknown-weight-set": ("its weight sets: {allowed}", "가중치 세트: {allowed}"),
    "problem.unknown-weight-set.none": (
        '--weights: {rubric} has no weight set "{name}"',
        '--weights: {rubric}에 "{name}" 가중치 세트가 없습니다',
    ),
    "remedy.unknown-weight-set.none": (
        "it has none; write weight_sets in the rubric",
        "가중치 세트가 없습니다. 루브릭에 weight_sets를 쓰십시오",
    ),
    "problem.bad-change": ('--set: "{given}" is not understood', '--set: "{given}"을(를) 이해할 수 없습니다'),
    "remedy.bad-change": (
        "write criterion=3, criterion=1-2, criterion=not_rated or criterion=not_applicable; a measure takes its value",
        "기준=3, 기준=1-2, 기준=not_rated, 기준=not_applicable 가운데 한 꼴로 쓰십시오. 측정값에는 값을 씁니다",
    ),
    "problem.unknown-change": (
        '--set: no criterion "{name}" in {rubrics}',
        '--set: {rubrics}에 "{name}" 기준이 없습니다',
    ),
    "remedy.unknown-change": ("criteria: {allowed}", "기준: {allowed}"),
    "problem.ambiguous-change": (
        '--set: "{name}" could be any of {allowed}',
        '--set: "{name}"은(는) 다음 중 어느 것인지 알 수 없습니다: {allowed}',
    ),
    "remedy.ambiguous-change": ("write the whole address", "주소 전체를 쓰십시오"),
    "problem.bad-aggregate": ('--aggregate: "{given}" is no mean', '--aggregate: "{given}"은(는) 평균 방식이 아닙니다'),
    "remedy.bad-aggregate": (
        "allowed: {allowed}, or a power from -100 to 100",
        "쓸 수 있는 값: {allowed}, 또는 -100~100의 지수",
    ),
    "problem.bad-share": ('--min-coverage: "{given}" is no share', '--min-coverage: "{given}"은(는) 비율이 아닙니다'),
    "remedy.bad-share": ("write a number from 0 to 1, such as 0.65", "0.65와 같이 0에서 1 사이의 숫자를 쓰십시오"),
    "problem.cannot-write": ("{path} cannot be written: {reason}", "{path}에 쓸 수 없습니다: {reason}"),
    "remedy.cannot-write": ("check the folder and your right to write there", "폴더와 쓰기 권한을 확인하십시오"),
    "problem.cannot-write.stdout": (
        "standard output cannot be written: {reason}",
        "표준 출력에 쓸 수 없습니다: {reason}",
    ),
    "remedy.cannot-write.stdout": ("write to a file with -o", "-o로 파일에 쓰십시오"),
    "problem.same-input": ("{path} is one of the files being read", "{path}은(는) 읽고 있는 파일입니다"),
    "remedy.same-input": ("choose another name after -o", "-o 뒤에 다른 이름을 쓰십시오"),
    "problem.stdin-twice": ("standard input can be read once only", "표준 입력은 한 번만 읽을 수 있습니다"),
    "remedy.stdin-twice": (
        "give - once, and the other document as a file",
        "-는 한 번만 쓰고 다른 문서는 파일로 주십시오",
    ),
    "problem.unknown-name": ('nothing bundled is named "{name}"', '"{name}"(이)라는 기본 제공 항목이 없습니다'),
    "problem.unknown-name.near": ('nothing bundled is named "{name}"', '"{name}"(이)라는 기본 제공 항목이 없습니다'),
    "remedy.unknown-name.near": (
        'did you mean "{meant}"? Available: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 것: {allowed}',
    ),
    "remedy.unknown-name": ("available: {allowed}", "쓸 수 있는 것: {allowed}"),
}
