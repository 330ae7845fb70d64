"""What `--help` says, and what is said of a command line that cannot be read."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "command.kasean-score": (
        "Score Korea-ASEAN initiatives against a rubric, from cited evidence, and say how sure the score is.",
        "한-아세안 협력 구상을 루브릭과 인용 근거로 평가하고, 점수가 얼마나 확실한지 보여 준다.",
    ),
    "command.evaluate": (
        "Print scorecards: what is the score, why, how sure, what next. Without arguments: nsp, kasi and think-tank.",
        "평가표를 출력한다: 점수, 이유, 확실성, 다음 과제. 인수가 없으면 nsp, kasi, think-tank를 평가한다.",
    ),
    "command.list": ("List the bundled rubrics and initiatives.", "기본 제공되는 루브릭과 평가 대상을 나열한다."),
    "command.show": (
        "Print a rubric or a dossier to read, without scoring.",
        "루브릭이나 평가 문서를 채점 없이 읽을 수 있게 출력한다.",
    ),
    "command.schema": (
        "Print a JSON Schema (draft-07): scorecard, rubric or initiative.",
        "JSON Schema(draft-07)를 출력한다: scorecard, rubric, initiative.",
    ),
    "option.initiatives": (
        "Bundled ids, files, folders of dossiers, or - for standard input.",
        "기본 제공 id, 파일, 평가 문서 폴더 또는 표준 입력(-).",
    ),
    "option.rubric": (
        "Rubric by id or file; may be repeated. Default: those of the two lenses that a dossier is rated on.",
        "루브릭의 id 또는 파일. 여러 번 쓸 수 있다. 기본값: 기본 루브릭 두 개 가운데 평정이 있는 것.",
    ),
    "option.only": (
        "Score only this group or criterion, by address; may be repeated.",
        "주소로 지정한 그룹이나 기준만 평가한다. 여러 번 쓸 수 있다.",
    ),
    "option.weights": (
        "Use a weight set of the rubric: equal, flat, seed.",
        "루브릭의 가중치 세트를 쓴다: equal, flat, seed.",
    ),
    "option.set": (
        "Replace a rating: needs=3, needs=1-2, needs=not_rated, budget=206; may be repeated.",
        "평정을 바꾼다: needs=3, needs=1-2, needs=not_rated, budget=206. 여러 번 쓸 수 있다.",
    ),
    "option.aggregate": (
        "Mean at every node: arithmetic, geometric, harmonic, minimum, or a power such as 0.5.",
        "그룹과 전체 점수의 평균 방식: arithmetic, geometric, harmonic, minimum 또는 0.5와 같은 지수.",
    ),
    "option.min_coverage": (
        "Rated share of weight (0 to 1) needed for a band.",
        "등급을 매기는 데 필요한 평정 비율, 곧 가중치 중 평정된 몫(0~1).",
    ),
    "option.view": ("Sort criteria another way: dac.", "기준을 다른 방식으로 묶어 보여 준다: dac."),
    "option.explain": (
        "Add descriptor, rationale and evidence of every criterion.",
        "기준마다 서술, 평정 이유, 근거를 더한다.",
    ),
    "option.format": (
        "table, plain, json, jsonl (one scorecard a line), csv or md. Default: what the ending of -o says, else table.",
        "table, plain, json, jsonl(한 줄에 평가표 하나), csv, md. 기본값: -o의 확장자, 없으면 table.",
    ),
    "option.sheet_format": ("table, plain, json, csv or md.", "table, plain, json, csv, md."),
    "option.bom": (
        "Begin CSV with a byte order mark, for Excel.",
        "CSV 앞에 바이트 순서 표시를 붙인다(Excel용).",
    ),
    "option.show_format": ("table, plain, md or json.", "table, plain, md, json."),
    "option.output": ("Write to a file and not to the screen.", "화면 대신 파일에 쓴다."),
    "option.lang": (
        "en or ko. Default: KASEAN_SCORE_LANG, else en.",
        "en 또는 ko. 기본값: KASEAN_SCORE_LANG, 없으면 en.",
    ),
    "option.name": ("A bundled id or a file.", "기본 제공 id 또는 파일."),
    "option.schema_name": ("scorecard, rubric or initiative.", "scorecard, rubric, initiative."),
    "option.version": ("Print the version.", "버전을 출력한다."),
    "option.help": ("Show this message.", "이 도움말을 출력한다."),
    "usage.usage": ("Usage: {line}", "사용법: {line}"),
    "usage.commands": ("Commands", "명령"),
    "usage.options": ("Options", "옵션"),
    "usage.arguments": ("Arguments", "인수"),
    "usage.examples": ("Examples", "예"),
    "usage.see": ("`{command} --help` says more.", "자세한 내용은 `{command} --help`로 볼 수 있습니다."),
    "usage.no_option": ('no option "{name}"', '"{name}" 옵션이 없습니다'),
    "usage.no_command": ('no command "{name}"', '"{name}" 명령이 없습니다'),
    "usage.allowed": ("allowed: {allowed}", "쓸 수 있는 값: {allowed}"),
    "usage.meant": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 값: {allowed}',
    ),
    "usage.needs_value": ('"{name}" needs a value', '"{name}"에 값이 필요합니다'),
    "usage.missing": ('"{name}" is missing', '"{name}"이(가) 빠졌습니다'),
    "usage.bad_value": ("{name} does not take this value", "{name}에 쓸 수 없는 값입니다"),
}
