"""What can be wrong with several raters, thresholds, and saved results, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
}
