"""What can be wrong with the text of a file, and finding it, and what to do about it."""

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
}
