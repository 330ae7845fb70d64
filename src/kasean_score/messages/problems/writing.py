"""What can be wrong when a file is made or rated, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.new-id": ('"{given}" is no id', '"{given}"은(는) id가 될 수 없습니다'),
    "remedy.new-id": (
        "an id has letters, digits, _, - and dots, and begins with a letter or digit; -o names another folder or file",
        "id는 영문자나 숫자로 시작하며 영문자, 숫자, _, -, 점으로 이루어집니다. 다른 폴더나 파일은 -o로 지정하십시오",
    ),
    "problem.new-id.file": ('"{given}" is a file name, not an id', '"{given}"은(는) id가 아니라 파일 이름입니다'),
    "remedy.new-id.file": (
        "give the id, {meant}; the file is then {meant}.yaml, or the one that -o names",
        "id인 {meant}만 쓰십시오. 파일은 {meant}.yaml 또는 -o로 지정한 파일이 됩니다",
    ),
    "problem.new-ending": ("{path} would not be a YAML file", "{path}: YAML 파일이 아닙니다"),
    "remedy.new-ending": (
        "end it with .yaml, or write - for standard output",
        ".yaml로 끝나는 이름을 쓰거나, 표준 출력이면 -를 쓰십시오",
    ),
    "problem.new-blank": ("--name is empty", "--name이 비어 있습니다"),
    "remedy.new-blank": ("write a name, or leave --name out", "이름을 쓰거나 --name을 빼십시오"),
    "problem.new-rubric-twice": (
        "two of the rubrics have the id {rubric}",
        "루브릭 둘의 id가 {rubric}(으)로 같습니다",
    ),
    "remedy.new-rubric-twice": (
        "ratings go by the rubric's id: leave one of them out",
        "평정은 루브릭 id별로 적히므로 하나를 빼십시오",
    ),
    "problem.new-same-id": (
        "the new rubric has the id of the one that it changes: {name}",
        "새 루브릭의 id가 바탕 루브릭과 같습니다: {name}",
    ),
    "remedy.new-same-id": ("give it an id of its own", "다른 id를 쓰십시오"),
    "problem.new-from-stdin": (
        "--from cannot be standard input",
        "--from에는 표준 입력을 쓸 수 없습니다",
    ),
    "remedy.new-from-stdin": (
        "name a bundled rubric or a file: the new rubric refers to it",
        "새 루브릭이 참조하므로 기본 제공 루브릭이나 파일을 지정하십시오",
    ),
    "problem.rate-no-file": ("{name} is not a file of your own", "{name}: 자신의 파일이 아닙니다"),
    "remedy.rate-no-file": (
        "ratings are written into a YAML file: make one with `kasean-score new initiative ID`, and give its path, such as my-initiative.yaml",
        "평정은 YAML 파일에 저장합니다. `kasean-score new initiative ID`로 만들고 my-initiative.yaml과 같이 경로를 지정하십시오",
    ),
    "problem.rate-not-dossier": ("{path} holds no single dossier", "{path}: 평가 문서 하나를 담은 파일이 아닙니다"),
    "remedy.rate-not-dossier": (
        "give a dossier in YAML or JSON",
        "YAML이나 JSON으로 된 평가 문서를 지정하십시오",
    ),
    "problem.rate-read-only": ("{path} cannot be written", "{path}에 쓸 수 없습니다"),
    "remedy.rate-read-only": (
        "give yourself the right to write it and its folder, or rate a copy",
        "파일과 폴더의 쓰기 권한을 확인하거나 사본을 평정하십시오",
    ),
    "problem.rate-no-rubric": (
        "no rubric is known for the ratings in {path}: {rubrics}",
        "{path}의 평정에 쓸 루브릭을 찾을 수 없습니다: {rubrics}",
    ),
    "remedy.rate-no-rubric": ("name the rubric's file with -r", "-r로 루브릭 파일을 지정하십시오"),
    "problem.rate-rubric-stdin": (
        "the rubric cannot be read from standard input: the answers come from there",
        "표준 입력에서는 답을 읽으므로 루브릭을 읽을 수 없습니다",
    ),
    "remedy.rate-rubric-stdin": ("name its file or its id after -r", "-r 뒤에 파일이나 id를 쓰십시오"),
    "problem.rate-layout": (
        "{path} is laid out so that this rating cannot be written into it without writing all of it anew",
        "{path}의 배치 때문에 파일 전체를 다시 쓰지 않고는 이 평정을 적어 넣을 수 없습니다",
    ),
    "remedy.rate-layout": (
        "write the rating with an editor, each field on a line of its own, and go on from there",
        "편집기로 항목마다 줄을 나누어 적은 뒤 계속하십시오",
    ),
}
