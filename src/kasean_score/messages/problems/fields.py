"""What can be wrong with the fields of any record, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
}
