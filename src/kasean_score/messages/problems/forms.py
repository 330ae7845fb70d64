"""What can be wrong with a form to fill in, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # Making one
    "problem.form-ending": (
        'a form is a .xlsx or a .csv file, and "{path}" is neither',
        '양식은 .xlsx나 .csv 파일인데 "{path}"은(는) 그렇지 않습니다',
    ),
    "remedy.form-ending": ("write -o form.xlsx, or -o form.csv", "-o form.xlsx 또는 -o form.csv로 쓰십시오"),
    "problem.form-rubric-file": (
        'the dossier is rated on "{rubric}", which is not bundled',
        '이 평가 문서는 기본 제공이 아닌 "{rubric}"(으)로 평정되어 있습니다',
    ),
    "remedy.form-rubric-file": (
        "name its file with -r; with -r the form has only the rubrics named",
        "그 파일을 -r로 지정하십시오. -r을 쓰면 지정한 루브릭만 양식에 들어갑니다",
    ),
    "problem.form-rubric-twice": (
        'two of the rubrics have their ratings under "{under}": "{rubric}" would be there twice',
        '두 루브릭의 평정이 "{under}" 아래에 있어 "{rubric}"이(가) 두 번 들어갑니다',
    ),
    "remedy.form-rubric-twice": ("make a form for each", "양식을 따로 만드십시오"),
    "problem.form-text-long": (
        'a text of more than {limit} characters does not fit into a cell: "{beginning}..."',
        '{limit}자가 넘는 글은 한 칸에 들어가지 않습니다: "{beginning}..."',
    ),
    "remedy.form-text-long": ("shorten it, or write the form as .csv", "줄이거나 .csv 양식을 쓰십시오"),
    # The file
    "problem.form-not-a-workbook": (
        "this is no workbook: an .xlsx file is a zip archive, and this is not one",
        "통합 문서가 아닙니다. .xlsx 파일은 zip 묶음인데 이 파일은 그렇지 않습니다",
    ),
    "remedy.form-not-a-workbook": (
        "open it with the program that made it and save it as .xlsx; a .csv form has to be called .csv",
        "만든 프로그램에서 열어 .xlsx로 저장하십시오. CSV 양식이면 파일 이름이 .csv로 끝나야 합니다",
    ),
    "problem.form-password": ("the workbook is protected by a password", "통합 문서에 암호가 걸려 있습니다"),
    "remedy.form-password": (
        "in Excel: File, Info, Protect Workbook, Encrypt with Password; clear the password and save",
        "Excel에서 파일 > 정보 > 통합 문서 보호 > 암호 설정을 열어 암호를 지우고 저장하십시오",
    ),
    "problem.form-old": (
        "this is a workbook in the format of before 2007 (.xls)",
        "2007 이전 형식(.xls)의 통합 문서입니다",
    ),
    "remedy.form-old": ("save it as .xlsx", ".xlsx로 저장하십시오"),
    "problem.form-macros": ("the workbook contains macros", "통합 문서에 매크로가 있습니다"),
    "remedy.form-macros": (
        'save it as "Excel Workbook (.xlsx)", which has none',
        '매크로가 없는 "Excel 통합 문서(.xlsx)"로 저장하십시오',
    ),
    "problem.form-other": (
        "this is a {ending} file and no .xlsx workbook",
        ".xlsx 통합 문서가 아니라 {ending} 파일입니다",
    ),
    "remedy.form-other": ("open it and save it as .xlsx", "파일을 열어 .xlsx로 저장하십시오"),
    "problem.form-too-large": ("a form of more than {limit} MB is not read", "{limit} MB가 넘는 양식은 읽지 않습니다"),
    "remedy.form-too-large": (
        "remove pictures and sheets of your own; the form itself is far smaller",
        "그림이나 직접 더한 시트를 지우십시오. 양식 자체는 훨씬 작습니다",
    ),
    "problem.form-too-large.unpacked": (
        "the workbook would unpack to more than {limit} MB, or to more than 1,000 parts",
        "통합 문서를 풀면 {limit} MB나 파일 1,000개가 넘습니다",
    ),
    "remedy.form-too-large.unpacked": (
        "no form is that large: make a new one and copy the entries into it",
        "양식은 그렇게 크지 않습니다. 새 양식을 만들어 내용을 옮기십시오",
    ),
    "problem.form-entities": (
        'the part "{part}" declares a document type, which no spreadsheet program writes',
        '"{part}"에 스프레드시트 프로그램이 쓰지 않는 문서 형식 선언이 있습니다',
    ),
    "remedy.form-entities": (
        "do not trust this file; ask for one that was saved by a spreadsheet program",
        "믿을 수 없는 파일입니다. 스프레드시트 프로그램에서 저장한 파일을 받으십시오",
    ),
    "problem.form-broken": ("the workbook is damaged: {reason}", "통합 문서가 손상되었습니다: {reason}"),
    "remedy.form-broken": (
        "open it in a spreadsheet program and save it again",
        "스프레드시트 프로그램에서 열어 다시 저장하십시오",
    ),
    "problem.form-not-ours": (
        "the workbook is no form: none of its sheets is known",
        "양식이 아닌 통합 문서입니다: 아는 시트가 없습니다",
    ),
    "remedy.form-not-ours": (
        "make one with `kasean-score form -o form.xlsx`; its sheets may be renamed, but their first row must stay",
        "`kasean-score form -o form.xlsx`로 만드십시오. 시트 이름은 바꿔도 되지만 첫 행은 그대로 두어야 합니다",
    ),
    "problem.form-not-a-table": ("this CSV is no form", "양식이 아닌 CSV입니다"),
    "remedy.form-not-a-table": (
        'make one with `kasean-score form -o form.csv`; its first line names the columns and its rows of the kind "form" must stay',
        '`kasean-score form -o form.csv`로 만드십시오. 첫 줄의 열 이름과 "form" 행은 그대로 두어야 합니다',
    ),
    "problem.form-newer": ('the form is of another version: "{given}"', '다른 버전의 양식입니다: "{given}"'),
    "remedy.form-newer": (
        "this program reads version {known}; use the program that made it, or a newer one",
        "이 프로그램은 버전 {known}을(를) 읽습니다. 양식을 만든 프로그램이나 새 버전을 쓰십시오",
    ),
    "problem.form-cp949": (
        "the file is not UTF-8 and was read as CP949, as a Korean Excel writes",
        "UTF-8이 아니어서 한국어 Excel의 CP949로 읽었습니다",
    ),
    "remedy.form-cp949": (
        'look through the Korean text; "CSV UTF-8" keeps every character',
        '한글이 제대로 읽혔는지 확인하십시오. "CSV UTF-8"로 저장하면 모든 글자가 보존됩니다',
    ),
    # Sheets and columns
    "problem.form-no-sheet": ('the sheet of kind "{sheet}" is missing', '"{sheet}" 시트가 없습니다'),
    "remedy.form-no-sheet": (
        "sheets are known by their hidden first row, whatever they are called: make a new form and copy the entries into it",
        "시트는 이름이 아니라 숨겨진 첫 행으로 알아봅니다. 새 양식을 만들어 내용을 옮기십시오",
    ),
    "problem.form-sheet-twice": ('there are two sheets of "{sheet}"', '"{sheet}" 시트가 둘입니다'),
    "remedy.form-sheet-twice": ("delete the copy", "복사본을 지우십시오"),
    "problem.form-no-head": ("the row with the keys of the columns is missing", "열의 키가 적힌 행이 없습니다"),
    "remedy.form-no-head": (
        "below the labels there has to be a row with {columns}",
        "제목 아래에 다음 키가 적힌 행이 있어야 합니다: {columns}",
    ),
    "problem.form-no-column": ("columns are missing: {columns}", "없어진 열: {columns}"),
    "remedy.form-no-column": (
        "undo the deletion, or make a new form and copy the entries into it; a column may be empty, but its key must stay",
        "삭제를 되돌리거나 새 양식을 만들어 내용을 옮기십시오. 열은 비어 있어도 되지만 키는 남아 있어야 합니다",
    ),
    "problem.form-column": ('no column of this table is called "{name}"', '이 표에 "{name}" 열은 없습니다'),
    "remedy.form-column": (
        "allowed: {allowed}, texts with a language behind them as in why [ko]; notes of your own go on a sheet of their own",
        "쓸 수 있는 열: {allowed}. 글은 why [ko]처럼 언어를 붙일 수 있습니다. 개인 메모는 다른 시트에 쓰십시오",
    ),
    "problem.form-column.near": ('no column of this table is called "{name}"', '이 표에 "{name}" 열은 없습니다'),
    "remedy.form-column.near": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 열: {allowed}',
    ),
    "problem.form-column.twice": ('two columns are called "{name}"', '"{name}" 열이 둘입니다'),
    "remedy.form-column.twice": ("delete one of them", "하나를 지우십시오"),
    "problem.form-too-many-rows": ("the table has more than {limit} rows", "표가 {limit}행을 넘습니다"),
    "remedy.form-too-many-rows": ("delete what is no part of the form", "양식에 속하지 않는 것을 지우십시오"),
    "problem.form-merged": ("cells were merged: {cells}", "병합된 셀: {cells}"),
    "remedy.form-merged": (
        "unmerge them and write into each cell what belongs there: of merged cells only the first keeps its content",
        "병합을 풀고 각 칸에 들어갈 내용을 쓰십시오. 병합하면 첫 칸의 내용만 남습니다",
    ),
    # Rows and cells
    "problem.form-formula": (
        'a formula stands where an entry belongs: "{given}"',
        '값이 들어갈 칸에 수식이 있습니다: "{given}"',
    ),
    "remedy.form-formula": (
        "write the value itself; copy the cell and paste it as values",
        "값을 직접 쓰십시오. 셀을 복사해 ‘값 붙여넣기’를 하면 됩니다",
    ),
    "problem.form-error-value": ("the cell holds the error {given}", "칸에 오류 값 {given}이(가) 있습니다"),
    "remedy.form-error-value": ("write the value, or clear the cell", "값을 쓰거나 칸을 비우십시오"),
    "problem.form-needed": ('"{name}" is not filled in', '"{name}"이(가) 비어 있습니다'),
    "remedy.form-needed": (
        "fill it in: a dossier needs an id and a name",
        "채우십시오. 평가 문서에는 id와 name이 꼭 필요합니다",
    ),
    "problem.is-a-form": (
        "this is a form to fill in, and a dossier or a rubric is needed here",
        "여기에는 평가 문서나 루브릭이 필요한데 작성용 양식입니다",
    ),
    "remedy.is-a-form": (
        "make a dossier of a form that was filled in: kasean-score import {path} -o DOSSIER.yaml",
        "작성한 양식은 다음과 같이 평가 문서로 만드십시오: kasean-score import {path} -o DOSSIER.yaml",
    ),
    "problem.form-field": ('the dossier has no field "{name}"', '평가 문서에 "{name}" 항목은 없습니다'),
    "remedy.form-field": ("allowed: {allowed}", "쓸 수 있는 항목: {allowed}"),
    "problem.form-field.none": (
        "the row does not say which field it fills in",
        "어느 항목을 채우는 행인지 나와 있지 않습니다",
    ),
    "remedy.form-field.none": (
        "write its key into the column field, or clear the row",
        "field 열에 키를 쓰거나 행을 비우십시오",
    ),
    "problem.form-field.near": ('the dossier has no field "{name}"', '평가 문서에 "{name}" 항목은 없습니다'),
    "remedy.form-field.near": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 항목: {allowed}',
    ),
    "problem.form-twice": (
        '"{name}" is filled in twice; first at {first}',
        '"{name}"이(가) 두 번 있습니다. 처음은 {first}입니다',
    ),
    "remedy.form-twice": ("clear one of the two rows", "두 행 가운데 하나를 비우십시오"),
    "problem.form-no-level": (
        "the row is filled in, but no level is chosen",
        "행에 내용이 있는데 단계를 고르지 않았습니다",
    ),
    "remedy.form-no-level": (
        "choose a level, “not rated” with the reason under why, or clear the row",
        "단계를 고르거나, ‘미평정’을 고르고 이유를 쓰거나, 행을 비우십시오",
    ),
    "problem.form-no-reason": ('"{state}" needs a reason', '"{state}"에는 사유가 필요합니다'),
    "remedy.form-no-reason": ("write it in the same row under why", "같은 행의 why 열에 쓰십시오"),
    "problem.form-level-to": (
        '"{given}" ends a range that has no beginning',
        '범위의 끝 "{given}"만 있고 시작이 없습니다',
    ),
    "remedy.form-level-to": (
        "write the lower level under level, or clear this cell",
        "level 열에 낮은 단계를 쓰거나 이 칸을 비우십시오",
    ),
    "problem.form-text-twice": (
        '"{name}" is given without a language and in {languages}',
        '"{name}"이(가) 언어 표시 없이도, {languages}(으)로도 있습니다',
    ),
    "remedy.form-text-twice": (
        "a text stands alone or in languages: move it to one of the columns",
        "글은 언어 없이 하나로 쓰거나 언어별로 써야 합니다. 한쪽 열로 옮기십시오",
    ),
    "problem.form-no-text": (
        '"{name}" is no text in several languages: "{given}"',
        '"{name}"은(는) 언어별로 쓰는 글이 아닙니다: "{given}"',
    ),
    "remedy.form-no-text": ("write it in the column without a language", "언어 표시가 없는 열에 쓰십시오"),
    "problem.form-fact-and-more": (
        'the row cites the fact "{fact}" and says more: {columns}',
        '사실 "{fact}"을(를) 인용하는 행에 다른 내용이 있습니다: {columns}',
    ),
    "remedy.form-fact-and-more": (
        "clear the fact, or clear the others: what a fact says stands in the table of facts",
        "사실 칸이나 나머지 칸을 비우십시오. 사실의 내용은 사실 표에 씁니다",
    ),
    "problem.form-no-criterion": (
        "the row does not say which criterion it belongs to",
        "어느 기준에 속하는 행인지 나와 있지 않습니다",
    ),
    "remedy.form-no-criterion": (
        "choose one in the column criterion, or clear the row",
        "criterion 열에서 고르거나 행을 비우십시오",
    ),
    "problem.form-rubric": ('the form has no ratings on "{name}"', '이 양식에 "{name}" 평정은 없습니다'),
    "remedy.form-rubric": ("allowed: {allowed}", "쓸 수 있는 값: {allowed}"),
    "problem.form-no-rubric": (
        "the rating does not say which rubric it is on",
        "어느 루브릭의 평정인지 나와 있지 않습니다",
    ),
    "remedy.form-no-rubric": ("write its id in the column rubric", "rubric 열에 id를 쓰십시오"),
    "problem.form-which": (
        '"{name}" could be any of {allowed}',
        '"{name}"이(가) 다음 중 어느 것인지 알 수 없습니다: {allowed}',
    ),
    "remedy.form-which": (
        "write the whole address, and the rubric in its column",
        "주소 전체를 쓰고 rubric 열에 루브릭을 쓰십시오",
    ),
    "problem.form-unrated": ('no rating is given on "{name}"', '"{name}"에는 평정이 없습니다'),
    "remedy.form-unrated": (
        "choose its level on the sheet of ratings, if only “not rated”, or clear this row",
        "평정 시트에서 단계(또는 ‘미평정’)를 고르거나 이 행을 비우십시오",
    ),
    "problem.form-unrated.near": ('no rating is given on "{name}"', '"{name}"에는 평정이 없습니다'),
    "remedy.form-unrated.near": (
        'did you mean "{meant}"? Otherwise choose its level on the sheet of ratings, if only “not rated”, or clear this row',
        '"{meant}"을(를) 쓰려고 하셨습니까? 아니면 평정 시트에서 단계(또는 ‘미평정’)를 고르거나 이 행을 비우십시오',
    ),
    "problem.form-row-kind": ('"{given}" is no kind of row', '"{given}"은(는) 행의 종류가 아닙니다'),
    "remedy.form-row-kind": (
        "the first column says what a row is: {allowed}",
        "첫 열은 행의 종류를 나타냅니다: {allowed}",
    ),
    # What it was made for
    "problem.form-version": (
        'the form was made for version {then} of "{rubric}", and this is version {now}',
        '양식은 "{rubric}" 버전 {then}용인데 지금은 버전 {now}입니다',
    ),
    "remedy.form-version": (
        "read the descriptors again before you rely on the ratings: `form -i` makes a form of this version from them",
        "평정을 쓰기 전에 단계별 서술을 다시 읽으십시오. `form -i`로 이 버전의 양식을 만들 수 있습니다",
    ),
    "problem.form-digest": (
        'the file of "{rubric}" has changed since the form was made: {then}, now {now}',
        '양식을 만든 뒤 "{rubric}" 파일이 바뀌었습니다: 당시 {then}, 지금 {now}',
    ),
    "remedy.form-digest": (
        "its version is the same, so its wording may have changed, its meaning should not have",
        "버전이 같으므로 표현은 바뀌었어도 뜻은 그대로여야 합니다",
    ),
    "problem.form-unchecked": (
        'the ratings were not held against "{rubric}", which is not bundled',
        '"{rubric}"은(는) 기본 제공이 아니어서 평정이 루브릭에 맞는지 확인하지 않았습니다',
    ),
    "remedy.form-unchecked": ("name its file with -r", "그 파일을 -r로 지정하십시오"),
    "problem.import-ending": (
        'a dossier is a .yaml, .yml or .json file, and "{path}" is none',
        '평가 문서는 .yaml, .yml, .json 파일인데 "{path}"은(는) 그렇지 않습니다',
    ),
    "remedy.import-ending": ("write -o my.yaml", "-o my.yaml로 쓰십시오"),
    "problem.import-rubric": ('the form was not made for "{rubric}"', '이 양식은 "{rubric}"용이 아닙니다'),
    "remedy.import-rubric": ("it has: {allowed}", "양식에 있는 루브릭: {allowed}"),
}
