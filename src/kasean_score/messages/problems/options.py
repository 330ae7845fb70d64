"""What can be wrong with what is typed on the command line, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
    "problem.not-simulated": (
        "{given} says how to simulate, and nothing is simulated",
        "{given}은(는) 모의 방법인데 모의하지 않았습니다",
    ),
    "remedy.not-simulated": ("add {flag}, or leave {given} out", "{flag}을(를) 더하거나 {given}을(를) 빼십시오"),
    "problem.workbook-without-file": (
        "a workbook cannot be printed on the screen",
        "통합 문서는 화면에 출력할 수 없습니다",
    ),
    "remedy.workbook-without-file": ("name a file with -o report.xlsx", "-o report.xlsx로 파일을 지정하십시오"),
    "problem.output-exists": ("{path} exists already", "{path}이(가) 이미 있습니다"),
    "remedy.output-exists": (
        "choose another name, or add --force to replace it",
        "다른 이름을 쓰거나 --force로 덮어쓰십시오",
    ),
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
    "problem.constraint-without-weights": (
        '"{given}" constrains weights, which are not varied',
        '"{given}"은(는) 비중에 대한 제약인데 비중은 바뀌지 않습니다',
    ),
    "remedy.constraint-without-weights": (
        "add --vary weights or --exact, or leave the constraint out",
        "--vary weights나 --exact를 더하거나 제약을 빼십시오",
    ),
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
