"""What can be wrong with tables of ratings, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
}
