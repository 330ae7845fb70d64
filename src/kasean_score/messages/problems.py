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
    "problem.wrong-type.id": (
        '"{field}" has to be an id, not {given}',
        '"{field}"은(는) id여야 합니다. 지금 값: {given}',
    ),
    "remedy.wrong-type.id": (
        "write the id alone; in double quotes where it could be read as true, false or null",
        "id만 쓰십시오. true, false, null로 읽힐 수 있으면 큰따옴표로 묶으십시오",
    ),
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
    "problem.unknown-initiative.rubric": (
        '"{name}" is a rubric, not an initiative',
        '"{name}"은(는) 평가 대상이 아니라 루브릭입니다',
    ),
    "remedy.unknown-initiative.rubric": (
        "name an initiative, and choose the rubric with -r {name}; bundled initiatives: {allowed}",
        "평가 대상을 쓰고 루브릭은 -r {name}(으)로 고르십시오. 기본 제공 평가 대상: {allowed}",
    ),
    "problem.unknown-rubric.initiative": (
        '"{name}" is an initiative, not a rubric',
        '"{name}"은(는) 루브릭이 아니라 평가 대상입니다',
    ),
    "remedy.unknown-rubric.initiative": (
        "bundled rubrics: {allowed}",
        "기본 제공 루브릭: {allowed}",
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
    "problem.too-large.line": ("this line is longer than {limit} MB", "이 줄이 {limit} MB보다 깁니다"),
    "remedy.too-large.line": (
        "no dossier needs that; in JSON Lines every dossier stands on a line of its own",
        "JSON Lines에서는 한 줄에 평가 문서 하나만 씁니다",
    ),
    "problem.cut-line": (
        "the last line ends in the middle of a dossier",
        "마지막 줄이 평가 문서 중간에서 끝납니다",
    ),
    "remedy.cut-line": (
        "write this line again, whole; every line before it was read",
        "이 줄을 끝까지 다시 쓰십시오. 그 앞의 줄은 모두 읽었습니다",
    ),
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
    "problem.too-few-to-compare": (
        "a comparison needs two initiatives or more, not {count}",
        "비교하려면 평가 대상이 둘 이상이어야 하는데 {count}개입니다",
    ),
    "remedy.too-few-to-compare": (
        "name two bundled ids, files or folders, such as: kasean-score compare nsp kasi",
        "기본 제공 id, 파일, 폴더로 둘 이상 지정하십시오. 예: kasean-score compare nsp kasi",
    ),
    "problem.same-dossier": (
        "{first} and {second} are the same dossier",
        "{first}, {second}: 같은 평가 문서입니다",
    ),
    "remedy.same-dossier": (
        "give each dossier once; two versions of one initiative need different contents",
        "평가 문서는 한 번씩만 지정하십시오. 한 평가 대상의 두 판을 비교하려면 내용이 달라야 합니다",
    ),
    "problem.no-shared-rubric": (
        "no default rubric has ratings of every initiative",
        "모든 평가 대상에 평정이 있는 기본 루브릭이 없습니다",
    ),
    "remedy.no-shared-rubric": (
        "leave one out, or choose a rubric with -r; rated on: {rated}",
        "일부를 빼거나 -r로 루브릭을 고르십시오. 평정이 있는 루브릭: {rated}",
    ),
    "problem.unknown-variation": ('"{given}" cannot be varied', "“{given}”은(는) 변화시킬 수 없습니다"),
    "remedy.unknown-variation": ("what can be varied: {allowed}", "변화시킬 수 있는 것: {allowed}"),
    "problem.varied-twice": ('"{given}" is varied twice', "“{given}”을(를) 두 번 지정했습니다"),
    "remedy.varied-twice": ("give each source once", "요인마다 한 번씩만 지정하세요"),
    "problem.bad-variation": ('"{given}" is not a way of varying', "“{given}”은(는) 변화 방법이 아닙니다"),
    "remedy.bad-variation": ("for instance: {allowed}", "예: {allowed}"),
    "problem.bad-draws": ('"{given}" is not a number of draws', "“{given}”은(는) 추출 횟수가 아닙니다"),
    "remedy.bad-draws": ("give a whole number from 1 to {most}", "1부터 {most}까지의 정수를 지정하세요"),
    "problem.bad-seed": ('"{given}" is not a seed', "“{given}”은(는) 시드가 아닙니다"),
    "remedy.bad-seed": ("give a whole number of up to 18 digits", "18자리 이하의 정수를 지정하세요"),
    "problem.nothing-to-draw": ("no initiative to draw scores of", "점수를 추출할 평가 대상이 없습니다"),
    "remedy.nothing-to-draw": ("give one initiative or more", "평가 대상을 하나 이상 지정하세요"),
    "problem.nothing-rated": (
        'nothing of "{initiative}" is rated on "{rubric}", so that there is no score to doubt',
        "“{initiative}”은(는) “{rubric}” 루브릭으로 평정된 기준이 없어 살펴볼 점수가 없습니다",
    ),
    "remedy.nothing-rated": (
        "rate a criterion first, or leave the initiative out",
        "기준을 하나 이상 평정하거나 이 평가 대상을 빼세요",
    ),
    "problem.bad-count": ('{option}: "{given}" is no count', '{option}: "{given}"은(는) 개수가 아닙니다'),
    "remedy.bad-count": ("write a whole number of 1 or more", "1 이상의 정수를 쓰십시오"),
    "problem.unknown-part": (
        'no group or criterion "{name}" in {rubrics}',
        '{rubrics}에 "{name}" 그룹이나 기준이 없습니다',
    ),
    "remedy.unknown-part": ("groups: {allowed}", "그룹: {allowed}"),
    "problem.unknown-part.near": (
        'no group or criterion "{name}" in {rubrics}',
        '{rubrics}에 "{name}" 그룹이나 기준이 없습니다',
    ),
    "remedy.unknown-part.near": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려고 하셨습니까?'),
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
    # Several raters
    "problem.too-few-raters": (
        "raters are two or more; {count} file was given, and it holds no panel",
        "평정자는 둘 이상이어야 하는데 파일 {count}개뿐이고 그 안에 패널도 없습니다",
    ),
    "remedy.too-few-raters": (
        "give the file of each rater, or one that `raters merge` made",
        "평정자마다 파일을 하나씩 주거나 `raters merge`로 만든 파일을 주십시오",
    ),
    "problem.same-rater": (
        "{first} and {second} have the same content",
        "{first}, {second}: 내용이 같습니다",
    ),
    "remedy.same-rater": (
        "give each rater's own file once; rated_by in it says whose it is",
        "평정자마다 자신의 파일을 한 번씩 주십시오. 누구의 것인지는 rated_by에 씁니다",
    ),
    "problem.rater-in-two": (
        '"{name}" is a rater in {first} and in {second}',
        '{first}와(과) {second}에 모두 "{name}"의 평정이 있습니다',
    ),
    "remedy.rater-in-two": (
        "leave out the file whose ratings the other one holds already, or give two people two names",
        "다른 파일에 이미 들어 있는 평정의 파일은 빼고, 서로 다른 사람이면 이름을 구별하십시오",
    ),
    "problem.raters-differ": (
        '"{field}" is {one} in {first}, but {other} in {second}',
        '"{field}"이(가) {first}에는 {one}, {second}에는 {other}(으)로 되어 있습니다',
    ),
    "remedy.raters-differ": (
        "raters judge one initiative: id, type and stage have to be the same",
        "평정자들은 같은 평가 대상을 평정해야 합니다. id, type, stage를 같게 하십시오",
    ),
    "problem.raters-rubrics": (
        "the raters did not rate on the same rubrics: {rated}",
        "평정자들이 서로 다른 루브릭으로 평정했습니다: {rated}",
    ),
    "remedy.raters-rubrics": (
        "name one that all rated on with -r: {common}",
        "모두가 평정한 루브릭을 -r로 지정하십시오: {common}",
    ),
    "problem.raters-rubrics.none": (
        "the raters did not rate on the same rubrics: {rated}",
        "평정자들이 서로 다른 루브릭으로 평정했습니다: {rated}",
    ),
    "remedy.raters-rubrics.none": (
        "ratings on different rubrics, or on two versions with ids of their own, cannot be set side by side; rate on one",
        "루브릭이 다르거나 판마다 id가 다르면 평정을 나란히 놓을 수 없습니다. 하나의 루브릭으로 평정하십시오",
    ),
    "problem.raters-rubric-file": (
        'no bundled rubric is named "{rubric}"',
        '"{rubric}"(이)라는 기본 제공 루브릭이 없습니다',
    ),
    "remedy.raters-rubric-file": ("give its file with -r", "루브릭 파일을 -r로 지정하십시오"),
    "problem.source-differs": (
        'source "{name}" is not the same in {first} and {second}',
        '출처 "{name}"이(가) {first}와(과) {second}에서 서로 다릅니다',
    ),
    "remedy.source-differs": (
        "make the two entries equal, or give one of them another id",
        "두 항목을 같게 하거나 한쪽의 id를 바꾸십시오",
    ),
    "problem.fact-differs": (
        'fact "{name}" is not the same in {first} and {second}',
        '사실 "{name}"이(가) {first}와(과) {second}에서 서로 다릅니다',
    ),
    "remedy.fact-differs": (
        "make the two equal, or give one of them another id",
        "둘을 같게 하거나 한쪽의 id를 바꾸십시오",
    ),
    "problem.level-and-value": (
        '"{criterion}" is rated by a level in one file and by a value in another: {paths}',
        '"{criterion}"이(가) 한 파일에서는 단계로, 다른 파일에서는 값으로 평정되었습니다: {paths}',
    ),
    "remedy.level-and-value": (
        "rate it the way the rubric asks; -r names its file",
        "루브릭이 요구하는 방식으로 평정하십시오. 루브릭 파일은 -r로 지정합니다",
    ),
    "problem.rating-without-panel": (
        '"{criterion}" has no panel, though other ratings of the file do',
        '다른 평정과 달리 "{criterion}"에는 패널이 없습니다',
    ),
    "remedy.rating-without-panel": (
        "say under panel what each rater said, or merge the raters' own files",
        "panel에 평정자별 의견을 쓰거나 평정자들의 원래 파일을 병합하십시오",
    ),
    # Thresholds
    "problem.no-thresholds": ("no threshold is given", "요구 수준이 주어지지 않았습니다"),
    "remedy.no-thresholds": (
        "add --min overall=50, --min-coverage 65, --band and a band's id, or --thresholds and a file",
        "--min overall=50, --min-coverage 65, --band 등급, --thresholds 파일 가운데 하나 이상을 쓰십시오",
    ),
    "problem.empty-thresholds": ("the file holds no threshold", "파일에 요구 수준이 없습니다"),
    "remedy.empty-thresholds": (
        "write at least one of min: {{overall: 50}}, coverage: 65 and band: with a band's id",
        "min: {{overall: 50}}, coverage: 65, band: 등급 id 가운데 하나 이상을 쓰십시오",
    ),
    "problem.bad-minimum": ('--min: "{given}" is no threshold', '--min: "{given}"은(는) 요구 수준이 아닙니다'),
    "remedy.bad-minimum": (
        "write a node and a score from 0 to 100: overall=50, people=40",
        "그룹이나 기준과 0~100의 점수를 쓰십시오: overall=50, people=40",
    ),
    "problem.minimum-twice": ('--min: "{name}" is given twice', '--min: "{name}"이(가) 두 번 쓰였습니다'),
    "remedy.minimum-twice": ("keep one of the two", "둘 중 하나만 남기십시오"),
    "problem.bad-coverage": ("{given} is no minimum coverage", "{given}은(는) 최소 평정 비율이 아닙니다"),
    "remedy.bad-coverage": (
        "write a percentage as a whole number or with its sign (65, 65.5%), or a share with a decimal point (0.65); a bare 1 could be either: write 1% or 1.0",
        "백분율은 정수나 % 기호로(65, 65.5%), 비율은 소수점으로(0.65) 쓰십시오. 1은 두 가지로 읽히므로 1% 또는 1.0으로 쓰십시오",
    ),
    "problem.gate-node": (
        'no group or criterion "{name}" in {rubrics}',
        '{rubrics}에 "{name}" 그룹이나 기준이 없습니다',
    ),
    "remedy.gate-node": ("write one of {allowed}, or a criterion", "다음 중 하나나 기준을 쓰십시오: {allowed}"),
    "problem.gate-node.near": (
        'no group or criterion "{name}" in {rubrics}',
        '{rubrics}에 "{name}" 그룹이나 기준이 없습니다',
    ),
    "remedy.gate-node.near": (
        'did you mean "{meant}"? At the top: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 최상위: {allowed}',
    ),
    "problem.gate-ambiguous": (
        '"{name}" could be any of {allowed}',
        '"{name}"은(는) 다음 중 어느 것인지 알 수 없습니다: {allowed}',
    ),
    "remedy.gate-ambiguous": ("write the whole address", "주소 전체를 쓰십시오"),
    "problem.gate-twice": (
        "{names} are one node, {node}, with two thresholds",
        "{names}은(는) 같은 항목({node})인데 요구 수준이 둘입니다",
    ),
    "remedy.gate-twice": ("keep one of the two", "둘 중 하나만 남기십시오"),
    "problem.gate-band": ('"{rubric}" has no band "{name}"', '"{rubric}"에 "{name}" 등급이 없습니다'),
    "remedy.gate-band": (
        "its bands, highest first: {allowed}; choose rubrics with -r",
        "높은 순서의 등급: {allowed}. 루브릭은 -r로 고르십시오",
    ),
    "problem.gate-unasked": (
        "{initiative} was never held against {names}: what it is scored on here ({rubrics}) has no such node",
        "{initiative}은(는) {names}에 대해 심사되지 않았습니다. 여기서 평가한 루브릭({rubrics})에 그런 항목이 없습니다",
    ),
    "remedy.gate-unasked": (
        "rate it on a rubric that has them, or gate it by itself without them",
        "그 항목이 있는 루브릭으로 평정하거나, 그 항목 없이 따로 심사하십시오",
    ),
    # Saved results
    "problem.not-a-result": ("this is no result of kasean-score", "kasean-score의 결과가 아닙니다"),
    "remedy.not-a-result": (
        "give what `kasean-score evaluate -f json` wrote",
        "`kasean-score evaluate -f json`으로 만든 파일을 주십시오",
    ),
    "problem.result-other-kind": (
        "this document is {given}; a result of scorecards is {wanted}",
        "이 문서는 {given}입니다. 평가 결과는 {wanted}입니다",
    ),
    "remedy.result-other-kind": (
        "give what `kasean-score evaluate -f json` wrote",
        "`kasean-score evaluate -f json`으로 만든 파일을 주십시오",
    ),
    "problem.result-version": (
        "the result is of schema version {given}; this program reads {known}",
        "결과의 스키마 버전은 {given}인데 이 프로그램은 {known}만 읽습니다",
    ),
    "remedy.result-version": (
        "use the kasean-score that wrote it: {tool}",
        "결과를 만든 kasean-score {tool} 버전을 쓰십시오",
    ),
    "problem.result-truncated": ("the result breaks off here", "결과가 여기서 끊깁니다"),
    "remedy.result-truncated": (
        "the file is not whole: fetch or write it again",
        "파일이 온전하지 않습니다. 다시 받거나 다시 만드십시오",
    ),
    "problem.result-field": (
        "{path} is {given}, which a result cannot have there",
        "{path} 값이 {given}입니다. 결과에 올 수 없는 값입니다",
    ),
    "remedy.result-field": (
        "the file was changed or is incomplete: write it again with `kasean-score evaluate -f json`",
        "파일이 바뀌었거나 불완전합니다. `kasean-score evaluate -f json`으로 다시 만드십시오",
    ),
    "problem.result-disagrees": (
        "{path} is {stored}, but the ratings and weights in the same result give {found}",
        "{path} 값은 {stored}인데 같은 결과에 있는 평정과 가중치로는 {found}입니다",
    ),
    "remedy.result-disagrees": (
        "the file was probably changed: `kasean-score verify` says where; or give the dossier in its place",
        "파일이 바뀌었을 수 있습니다. `kasean-score verify`로 어디가 다른지 확인하거나 평가 문서를 대신 주십시오",
    ),
    "problem.not-in-result": ("the result holds nothing of {wanted}", "결과에 {wanted} 평가표가 없습니다"),
    "remedy.not-in-result": ("it holds: {allowed}", "들어 있는 평가표: {allowed}"),
    # verify
    "problem.verify-no-rubric": (
        'the result is on rubric "{name}", which is not bundled',
        '결과의 루브릭 "{name}"은(는) 기본 제공이 아닙니다',
    ),
    "remedy.verify-no-rubric": ("give its file: --rubric-file FILE", "파일을 주십시오: --rubric-file 파일"),
    "problem.verify-no-initiative": (
        'the result is of initiative "{name}", which is not bundled',
        '결과의 평가 대상 "{name}"은(는) 기본 제공이 아닙니다',
    ),
    "remedy.verify-no-initiative": ("give its file: --initiative FILE", "파일을 주십시오: --initiative 파일"),
    "problem.verify-unused": (
        'the result holds nothing of "{name}", whose file was given',
        '파일을 준 "{name}"은(는) 결과에 없습니다',
    ),
    "remedy.verify-unused": ("it is of: {held}", "결과에 있는 것: {held}"),
    # trend
    "problem.no-as-of": ("{initiative} has no date here", "{initiative}에 기준일이 없습니다"),
    "remedy.no-as-of": (
        "say as_of: 2025-11-30, 2025-11 or 2025, the date that the ratings hold for",
        "평정의 기준일을 as_of: 2025-11-30, 2025-11, 2025 가운데 한 꼴로 쓰십시오",
    ),
    "problem.trend-mixed": (
        "a trend is of one initiative, and these files are not of one: {allowed}",
        "추이는 평가 대상 하나에 대한 것인데 파일의 평가 대상이 하나가 아닙니다: {allowed}",
    ),
    "remedy.trend-mixed": (
        "choose one with --initiative ID; dossiers of one initiative have one id",
        "--initiative id로 하나를 고르십시오. 같은 평가 대상의 문서는 id가 같아야 합니다",
    ),
    # diff
    "problem.old-rubric-of-result": (
        "--old-rubric is for a dossier; a saved result brings its own weights and scale",
        "--old-rubric은 평가 문서에만 씁니다. 저장된 결과에는 가중치와 척도가 들어 있습니다",
    ),
    "remedy.old-rubric-of-result": ("leave --old-rubric out", "--old-rubric을 빼십시오"),
    "problem.diff-no-rubric": (
        "the two dossiers are rated on no bundled rubric in common; old: {old}; new: {new}",
        "두 평가 문서가 함께 평정된 기본 제공 루브릭이 없습니다. 이전: {old}, 이후: {new}",
    ),
    "remedy.diff-no-rubric": (
        "name the rubric with -r, and that of the old dossier with --old-rubric",
        "-r로 루브릭을, --old-rubric으로 이전 문서의 루브릭을 지정하십시오",
    ),
    "problem.no-counterpart": (
        "no scorecard is on both sides; old: {old}; new: {new}",
        "양쪽에 모두 있는 평가표가 없습니다. 이전: {old}, 이후: {new}",
    ),
    "remedy.no-counterpart": (
        "choose with -r RUBRIC and --initiative ID",
        "-r 루브릭과 --initiative id로 고르십시오",
    ),
    "problem.several-counterparts": (
        "the old result holds several scorecards of {initiative} on {rubric}",
        "이전 결과에 {rubric} 루브릭으로 평가한 {initiative} 평가표가 여럿 있습니다",
    ),
    "remedy.several-counterparts": ("keep one of them in the file", "파일에 하나만 남기십시오"),
    # Tables of ratings
    "problem.is-a-table": (
        "this is a table of ratings, and a single document is needed here",
        "여기에는 문서 하나가 필요한데 평정 표입니다",
    ),
    "remedy.is-a-table": (
        "evaluate and gate read tables; a rubric or a dossier is a .yaml, .yml or .json file",
        "표는 evaluate와 gate가 읽습니다. 루브릭과 평가 문서는 .yaml, .yml, .json 파일입니다",
    ),
    "problem.table-without-rubric": (
        "a table of ratings does not say which rubric it is rated on",
        "평정 표에는 어느 루브릭으로 평정했는지 나와 있지 않습니다",
    ),
    "remedy.table-without-rubric": (
        "name it with -r: the columns are the criteria of that rubric",
        "-r로 루브릭을 지정하십시오. 표의 열은 그 루브릭의 기준입니다",
    ),
    "problem.table-rubrics": (
        "a table of ratings is rated on one rubric, and -r names {count}",
        "평정 표는 루브릭 하나로 평정한 것인데 -r이 {count}개입니다",
    ),
    "remedy.table-rubrics": (
        "run once for each rubric, with its own table",
        "루브릭마다 그 표를 따로 실행하십시오",
    ),
    "problem.empty-table": ("the table is empty", "표가 비어 있습니다"),
    "remedy.empty-table": (
        "its first line names the columns: id, and criteria of the rubric",
        "첫 줄에 열 이름을 쓰십시오: id와 루브릭의 기준",
    ),
    "problem.empty-table.rows": ("the table has no row below its head", "표에 열 이름만 있고 행이 없습니다"),
    "remedy.empty-table.rows": ("write one row for each initiative", "평가 대상마다 한 행씩 쓰십시오"),
    "problem.table-no-id": ('the table has no column "id"', '표에 "id" 열이 없습니다'),
    "remedy.table-no-id": (
        "add it: a name for machines, different in every row; the first line names the columns",
        "행마다 다른 id를 담은 열을 더하십시오. 첫 줄이 열 이름입니다",
    ),
    "problem.table-no-criteria": (
        'no column of the table is a criterion of "{rubric}"',
        '표에 "{rubric}"의 기준인 열이 없습니다',
    ),
    "remedy.table-no-criteria": ("criteria: {allowed}", "기준: {allowed}"),
    "problem.table-column": (
        'the column "{name}" is no criterion of "{rubric}"',
        '"{name}" 열은 "{rubric}"의 기준이 아닙니다',
    ),
    "remedy.table-column": ("allowed: {allowed}", "쓸 수 있는 열: {allowed}"),
    "problem.table-column.near": (
        'the column "{name}" is no criterion of "{rubric}"',
        '"{name}" 열은 "{rubric}"의 기준이 아닙니다',
    ),
    "remedy.table-column.near": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 열: {allowed}',
    ),
    "problem.table-column.group": (
        'the column "{name}" is a group of "{rubric}"; only criteria are rated',
        '"{name}" 열은 "{rubric}"의 그룹입니다. 평정은 기준에만 합니다',
    ),
    "remedy.table-column.group": ("its criteria: {allowed}", "그 기준: {allowed}"),
    "problem.table-column.ambiguous": (
        'the column "{name}" could be any of {allowed}',
        '"{name}" 열은 다음 중 어느 것인지 알 수 없습니다: {allowed}',
    ),
    "remedy.table-column.ambiguous": ("write the whole address", "주소 전체를 쓰십시오"),
    "problem.table-column.blank": ("column {number} has no name", "{number}번째 열에 이름이 없습니다"),
    "remedy.table-column.blank": (
        "name it, or delete the column in every row",
        "이름을 쓰거나 모든 행에서 그 열을 지우십시오",
    ),
    "problem.table-column.twice": (
        'the column "{name}" is the same as "{first}", column {number}',
        '"{name}" 열은 {number}번째 열 "{first}"과(와) 같습니다',
    ),
    "remedy.table-column.twice": ("keep one of the two", "둘 중 하나만 남기십시오"),
    "problem.table-delimiter": (
        "the columns could be separated by any of {found}",
        "열을 나누는 기호가 {found} 가운데 어느 것인지 알 수 없습니다",
    ),
    "remedy.table-delimiter": (
        "separate them by a comma, a semicolon or a tab, and use no other of these in the first line",
        "쉼표, 쌍반점, 탭 가운데 하나로 나누고 첫 줄에는 나머지 기호를 쓰지 마십시오",
    ),
    "problem.table-lines": (
        "the lines end in carriage returns alone, as on old Macintoshes",
        "줄이 옛 매킨토시 방식(CR)으로 끝납니다",
    ),
    "remedy.table-lines": ('save it again as "CSV UTF-8"', '"CSV UTF-8" 형식으로 다시 저장하십시오'),
    "problem.row-cells.few": (
        "the row has {count} cells, and the head names {wanted} columns",
        "행에 칸이 {count}개인데 열 이름은 {wanted}개입니다",
    ),
    "remedy.row-cells.few": (
        "leave cells blank that are not rated, but keep their delimiter; is the last line complete?",
        "미평정 칸은 비우되 구분 기호는 두십시오. 마지막 줄이 잘리지 않았는지도 확인하십시오",
    ),
    "problem.row-cells.many": (
        "the row has {count} cells, and the head names {wanted} columns",
        "행에 칸이 {count}개인데 열 이름은 {wanted}개입니다",
    ),
    "remedy.row-cells.many": (
        'put a cell that holds "{delimiter}" in double quotes',
        '"{delimiter}"이(가) 든 칸은 큰따옴표로 묶으십시오',
    ),
    "problem.row-id": ("the row has no id", "행에 id가 없습니다"),
    "remedy.row-id": (
        "write one that no other row has; only rows that are blank throughout are passed over",
        "다른 행에 없는 id를 쓰십시오. 모든 칸이 빈 행만 건너뜁니다",
    ),
    "problem.row-quotes": ("the row cannot be split into cells: {problem}", "행을 칸으로 나눌 수 없습니다: {problem}"),
    "remedy.row-quotes": (
        "a quoted cell ends in a double quote directly before the next delimiter; write a quote inside it twice",
        "큰따옴표로 묶은 칸은 다음 구분 기호 바로 앞에서 큰따옴표로 끝나야 하고, 그 안의 큰따옴표는 두 번 쓰십시오",
    ),
    "problem.row-long": ("the line is longer than {limit} MB", "줄이 {limit} MB보다 깁니다"),
    "remedy.row-long": ("write one initiative a line", "한 줄에 평가 대상 하나를 쓰십시오"),
    "problem.encoding.row": ("from here on the row is not UTF-8 text", "여기부터 UTF-8 텍스트가 아닙니다"),
    "remedy.encoding.row": (
        'save the table as UTF-8 (in Excel: Save As, "CSV UTF-8")',
        '표를 UTF-8로 저장하십시오(Excel: 다른 이름으로 저장, "CSV UTF-8")',
    ),
    "problem.bad-cell.level": (
        'column "{column}": "{given}" is no rating',
        '"{column}" 열: "{given}"은(는) 평정이 아닙니다',
    ),
    "remedy.bad-cell.level": (
        "write a level ({allowed}), a range such as 1-2, ? or nothing for not rated, x for not applicable",
        "단계({allowed}), 1-2와 같은 범위, 미평정은 ? 또는 빈칸, 해당 없음은 x로 쓰십시오",
    ),
    "problem.bad-cell.between": (
        'column "{column}": {given} is between two levels',
        '"{column}" 열: {given}은(는) 두 단계 사이의 값입니다',
    ),
    "remedy.bad-cell.between": ("write it as a range: {meant}", "범위로 쓰십시오: {meant}"),
    "problem.bad-cell.date": (
        'column "{column}": "{given}" is a date',
        '"{column}" 열: "{given}"은(는) 날짜입니다',
    ),
    "remedy.bad-cell.date": (
        "a spreadsheet may have made it of a range: format the column as text and write 2-3",
        "스프레드시트가 범위를 날짜로 바꾸었을 수 있습니다. 열을 텍스트 서식으로 두고 2-3과 같이 쓰십시오",
    ),
    "problem.bad-cell.reversed": (
        'column "{column}": the range {given} runs backwards',
        '"{column}" 열: 범위 {given}의 순서가 뒤바뀌었습니다',
    ),
    "remedy.bad-cell.reversed": ("write the lower level first: {meant}", "낮은 단계를 먼저 쓰십시오: {meant}"),
    "problem.bad-cell.value": (
        'column "{column}": "{given}" is no number',
        '"{column}" 열: "{given}"은(는) 숫자가 아닙니다',
    ),
    "remedy.bad-cell.value": (
        "write digits, with a point for decimals: 1234.5; ? or nothing for not rated, x for not applicable",
        "숫자로 쓰고 소수점은 점으로 쓰십시오: 1234.5. 미평정은 ? 또는 빈칸, 해당 없음은 x로 쓰십시오",
    ),
    "problem.bad-cell.comma": (
        'column "{column}": the comma in "{given}" could be read in two ways',
        '"{column}" 열: "{given}"의 쉼표는 두 가지로 읽힐 수 있습니다',
    ),
    "remedy.bad-cell.comma": (
        "write decimals with a point (1.5) and thousands without a sign (1234)",
        "소수점은 점으로(1.5), 천 단위는 구분 기호 없이(1234) 쓰십시오",
    ),
    "problem.bad-cell.percent": (
        'column "{column}": "{given}" is a percentage, and the measure does not count percent',
        '"{column}" 열: "{given}"은(는) 백분율인데 이 측정값의 단위는 백분율이 아닙니다',
    ),
    "remedy.bad-cell.percent": (
        "write the number in the measure's own unit; {worst} scores 0 and {best} scores 100",
        "측정값의 단위로 쓰십시오. {worst}이(가) 0점, {best}이(가) 100점입니다",
    ),
    # Names and costs typed for a rubric's nodes
    "problem.unknown-named": (
        '{given}: "{name}" is nothing in {rubrics}',
        '{given}: {rubrics}에 "{name}"이(가) 없습니다',
    ),
    "remedy.unknown-named": ("known: {allowed}", "있는 것: {allowed}"),
    "problem.unknown-named.near": (
        '{given}: "{name}" is nothing in {rubrics}',
        '{given}: {rubrics}에 "{name}"이(가) 없습니다',
    ),
    "remedy.unknown-named.near": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려고 하셨습니까?'),
    "problem.ambiguous-name": (
        '{given}: "{name}" could be any of {allowed}',
        '{given}: "{name}"은(는) 다음 중 어느 것인지 알 수 없습니다: {allowed}',
    ),
    "remedy.ambiguous-name": ("write the whole address", "주소 전체를 쓰십시오"),
    "problem.group-named": (
        '{given}: "{name}" is a group, and a criterion is needed here',
        '{given}: "{name}"은(는) 그룹입니다. 여기에는 기준이 필요합니다',
    ),
    "remedy.group-named": ("below it: {allowed}", "그 아래: {allowed}"),
    "problem.bad-target": ("--to: {given} is no score", "--to: {given}은(는) 점수가 아닙니다"),
    "remedy.bad-target": (
        "write a score from 0 to 100, or the id of a band",
        "0~100의 점수나 등급의 id를 쓰십시오",
    ),
    "problem.unknown-target": (
        '--to: "{given}" is no band of {rubric}, nor a score',
        '--to: "{given}"은(는) {rubric}의 등급도 점수도 아닙니다',
    ),
    "remedy.unknown-target": (
        "bands: {allowed}; or a score from 0 to 100",
        "등급: {allowed}. 또는 0~100의 점수",
    ),
    "problem.unknown-target.near": (
        '--to: "{given}" is no band of {rubric}, nor a score',
        '--to: "{given}"은(는) {rubric}의 등급도 점수도 아닙니다',
    ),
    "remedy.unknown-target.near": (
        'did you mean "{meant}"? Bands: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 등급: {allowed}',
    ),
    "problem.bad-cost": ('--cost: "{given}" gives no cost', '--cost: "{given}"에서 비용을 알 수 없습니다'),
    "remedy.bad-cost": (
        "write criterion=cost, with a cost above 0: needs=3",
        "기준=비용으로 쓰고 비용은 0보다 커야 합니다: needs=3",
    ),
    "problem.cost-of-measure": (
        '"{name}" is a measured value and has no levels to rise by',
        '"{name}"은(는) 측정값이어서 올릴 단계가 없습니다',
    ),
    "remedy.cost-of-measure": (
        "leave it out: measured values stay as they are",
        "빼십시오. 측정값은 그대로 둡니다",
    ),
    "problem.cost-not-positive": (
        'the cost of "{name}" is {given}, and a level cannot be free',
        '"{name}"의 비용이 {given}인데, 단계를 공짜로 올릴 수는 없습니다',
    ),
    "remedy.cost-not-positive": (
        "write a number above 0; what must not rise is held with --fix",
        "0보다 큰 숫자를 쓰십시오. 올리지 않을 기준은 --fix로 고정합니다",
    ),
    "problem.unknown-cost": (
        'no criterion of {rubrics} has the address "{name}"',
        '{rubrics}에 주소가 "{name}"인 기준이 없습니다',
    ),
    "remedy.unknown-cost": ("criteria: {allowed}", "기준: {allowed}"),
    "problem.unknown-cost.near": (
        'no criterion of {rubrics} has the address "{name}"',
        '{rubrics}에 주소가 "{name}"인 기준이 없습니다',
    ),
    "remedy.unknown-cost.near": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려고 하셨습니까?'),
    "problem.empty-costs": ("the file holds no costs", "파일에 비용이 없습니다"),
    "remedy.empty-costs": (
        "write one criterion a line, its address and what a level costs: tailoring.needs: 2",
        "한 줄에 기준 하나씩 주소와 한 단계 비용을 쓰십시오: tailoring.needs: 2",
    ),
    "problem.bad-whatif": ('"{given}" is no change', '"{given}"은(는) 변경이 아닙니다'),
    "remedy.bad-whatif": (
        "write criterion=3, criterion=1-2, criterion=not_rated, weight:NODE=2, weights=SET, aggregate=MEAN or min_coverage=0.5",
        "기준=3, 기준=1-2, 기준=not_rated, weight:항목=2, weights=세트, aggregate=평균, min_coverage=0.5 가운데 한 꼴로 쓰십시오",
    ),
    "problem.bad-state": ('"{given}": this is no state of "{name}"', '"{given}": "{name}"의 상태로 쓸 수 없습니다'),
    "remedy.bad-state": (
        "write a level ({allowed}), a range such as 1-2, not_rated or not_applicable",
        "단계({allowed}), 1-2와 같은 범위, not_rated, not_applicable 가운데 하나를 쓰십시오",
    ),
    "problem.bad-state.value": (
        '"{given}": this is no state of "{name}"',
        '"{given}": "{name}"의 상태로 쓸 수 없습니다',
    ),
    "remedy.bad-state.value": (
        "it is a measure: write its value, not_rated or not_applicable",
        "측정값이므로 값, not_rated, not_applicable 가운데 하나를 쓰십시오",
    ),
    "problem.bad-weight": ('"{given}" gives no weight', '"{given}"은(는) 가중치가 아닙니다'),
    "remedy.bad-weight": ("write a number of 0 or more: weight:needs=3", "0 이상의 숫자를 쓰십시오: weight:needs=3"),
    "problem.bad-mean": ('"{given}" names no mean', '"{given}"은(는) 평균 방식이 아닙니다'),
    "remedy.bad-mean": (
        "allowed: {allowed}, or a power from -100 to 100",
        "쓸 수 있는 값: {allowed}, 또는 -100~100의 지수",
    ),
    "problem.bad-minimum-share": ('"{given}" gives no share', '"{given}"은(는) 비율이 아닙니다'),
    "remedy.bad-minimum-share": (
        "write a number from 0 to 1, such as min_coverage=0.65",
        "min_coverage=0.65와 같이 0에서 1 사이의 숫자를 쓰십시오",
    ),
    "problem.unknown-set": (
        'no rubric here has the weight set "{name}"',
        '"{name}" 가중치 세트가 있는 루브릭이 없습니다',
    ),
    "remedy.unknown-set": ("weight sets: {allowed}", "가중치 세트: {allowed}"),
    "problem.unknown-set.near": (
        'no rubric here has the weight set "{name}"',
        '"{name}" 가중치 세트가 있는 루브릭이 없습니다',
    ),
    "remedy.unknown-set.near": (
        'did you mean "{meant}"? Weight sets: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 가중치 세트: {allowed}',
    ),
    "problem.changed-twice": (
        '"{given}" changes what "{first}" has changed already',
        '"{given}"은(는) "{first}"이(가) 이미 바꾼 것을 다시 바꿉니다',
    ),
    "remedy.changed-twice": ("keep one of the two", "둘 중 하나만 남기십시오"),
    "problem.weightless": (
        "these changes leave no weight above 0 in {group}",
        "이 변경으로는 {group}에 0보다 큰 가중치가 남지 않습니다",
    ),
    "remedy.weightless": (
        "leave at least one of its members a weight above 0",
        "적어도 한 항목의 가중치는 0보다 크게 두십시오",
    ),
    # Constraints on weights
    "problem.unreadable-constraint": (
        '"{given}" cannot be read as a constraint on weights',
        '"{given}"을(를) 가중치 조건으로 읽을 수 없습니다',
    ),
    "remedy.unreadable-constraint": (
        'relate nodes and shares by >=, <= or =: "needs >= 2*fit", "needs >= 30%", "a >= b >= c"',
        '항목과 비중을 >=, <=, =로 이으십시오: "needs >= 2*fit", "needs >= 30%", "a >= b >= c"',
    ),
    "problem.constraint-share": (
        '"{given}" asks for more than 100 % of a weight',
        '"{given}"의 비중이 100 %를 넘습니다',
    ),
    "remedy.constraint-share": (
        "a share is one among siblings, from 0% to 100%",
        "비중은 같은 그룹 안에서의 비중이며 0%에서 100%까지입니다",
    ),
    "problem.constraint-apart": (
        '"{given}": "{name}" and "{other}" do not share one weight',
        '"{given}": "{name}"과(와) "{other}"은(는) 가중치를 나누는 사이가 아닙니다',
    ),
    "remedy.constraint-apart": (
        'weight is divided among siblings; those of "{name}" are: {siblings}',
        '가중치는 같은 그룹의 항목끼리 나눕니다. "{name}"의 그룹에 있는 항목: {siblings}',
    ),
    "problem.constraint-weightless": (
        '"{given}": "{name}" carries no weight',
        '"{given}": "{name}"에는 가중치가 없습니다',
    ),
    "remedy.constraint-weightless": (
        "constrain nodes that count in the score and weigh more than 0",
        "점수에 합산되고 가중치가 0보다 큰 항목에 조건을 두십시오",
    ),
    "problem.contradictory-constraints": (
        "no weights above 0 in {group} meet all of: {given}",
        "다음을 모두 충족하면서 0보다 큰 {group}의 가중치는 없습니다: {given}",
    ),
    "remedy.contradictory-constraints": (
        "leave out or relax any one of these; the others can hold together",
        "이 가운데 하나를 빼거나 완화하십시오. 나머지는 함께 성립합니다",
    ),
    "problem.rare-constraints": (
        "fewer than 1 in 1,000 of the weights as they are drawn meet: {given}",
        "지금의 방식으로 뽑은 가중치 가운데 다음을 충족하는 것은 1,000개 중 1개도 되지 않습니다: {given}",
    ),
    "remedy.rare-constraints": (
        "draw weights uniformly, or relax the constraints",
        "가중치를 균등하게 뽑거나 조건을 완화하십시오",
    ),
    "problem.equal-constraints": (
        "weights drawn around the stated ones never meet an equality: {given}",
        "명시된 가중치 주위에서 뽑은 가중치는 등식을 충족할 수 없습니다: {given}",
    ),
    "remedy.equal-constraints": (
        "draw weights uniformly, or write two bounds in place of the equality",
        "가중치를 균등하게 뽑거나 등식 대신 상한과 하한을 쓰십시오",
    ),
}
