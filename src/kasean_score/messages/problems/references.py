"""What can be wrong with a file of references, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.csl-not-json": (
        "the references are not CSL-JSON, which begins with [",
        "참고문헌 파일이 CSL-JSON이 아닙니다. CSL-JSON은 [로 시작합니다",
    ),
    "remedy.csl-not-json": (
        "in Zotero: Export Library or Export Items, format CSL JSON",
        "Zotero에서 라이브러리나 항목을 내보낼 때 형식을 CSL JSON으로 고르십시오",
    ),
    "problem.csl-not-a-list": (
        "the references are {given} and not a list of items",
        "참고문헌 파일은 항목의 목록이어야 하는데 {given}입니다",
    ),
    "remedy.csl-not-a-list": (
        'CSL-JSON is a list: [{{"id": "kim-2024", "type": "report", "title": "..."}}, ...]',
        'CSL-JSON은 목록입니다: [{{"id": "kim-2024", "type": "report", "title": "..."}}, ...]',
    ),
    "problem.csl-not-an-item": (
        "a reference is a mapping of fields, and this is {given}",
        "참고문헌 항목은 필드의 묶음이어야 하는데 {given}입니다",
    ),
    "remedy.csl-not-an-item": (
        'write {{"id": "kim-2024", "type": "report", "title": "..."}}, or delete it',
        '{{"id": "kim-2024", "type": "report", "title": "..."}}와 같이 쓰거나 지우십시오',
    ),
    "problem.csl-other-json": (
        'reference "{name}" is an item of another export of Zotero and not of CSL-JSON',
        '참고문헌 "{name}"은(는) CSL-JSON이 아니라 Zotero의 다른 내보내기 형식입니다',
    ),
    "remedy.csl-other-json": (
        "export again, with the format CSL JSON or Better CSL JSON",
        "형식을 CSL JSON이나 Better CSL JSON으로 골라 다시 내보내십시오",
    ),
    "problem.csl-no-id": ("the reference {title} has no id", "참고문헌 {title}에 id가 없습니다"),
    "remedy.csl-no-id": (
        "give it an id or a citation-key: the name that evidence cites it by",
        "근거에서 인용할 이름을 id나 citation-key로 주십시오",
    ),
    "problem.csl-no-title": ('reference "{name}" has no title', '참고문헌 "{name}"에 제목이 없습니다'),
    "remedy.csl-no-title": (
        "give it a title in the program it was exported from, or in this file",
        "내보낸 프로그램이나 이 파일에서 제목을 넣으십시오",
    ),
    "problem.csl-id-twice": (
        'two references have the id "{name}"',
        '참고문헌 둘의 id가 "{name}"(으)로 같습니다',
    ),
    "remedy.csl-id-twice": (
        "the first is on line {first}; merge the two or rename one",
        "첫 번째는 {first}행에 있습니다. 둘을 합치거나 하나의 이름을 바꾸십시오",
    ),
    "problem.csl-id-twice.made": (
        'this reference and "{other}" on line {first} would both get the id "{name}"',
        '이 참고문헌과 {first}행 "{other}"의 id가 모두 "{name}"이(가) 됩니다',
    ),
    "remedy.csl-id-twice.made": (
        "an id has letters a-z, digits and . _ - only, other signs become -; rename one of the two",
        "id에는 영문자, 숫자와 . _ -만 쓸 수 있고 다른 글자는 -가 됩니다. 하나의 이름을 바꾸십시오",
    ),
    "problem.csl-author": (
        "an author is {given}, where CSL-JSON has names",
        "저자 자리에 이름이 아니라 {given}이(가) 있습니다",
    ),
    "remedy.csl-author": (
        'write "author": [{{"family": "Kim", "given": "Minji"}}] or [{{"literal": "ASEAN Secretariat"}}]',
        '"author": [{{"family": "김", "given": "민지"}}]나 [{{"literal": "ASEAN 사무국"}}]처럼 쓰십시오',
    ),
    "problem.csl-date": ("there is no date {given}", "{given}(이)라는 날짜는 없습니다"),
    "remedy.csl-date": (
        'write "issued": {{"date-parts": [[2024, 10, 9]]}}, with the year alone or year and month where that is known',
        '"issued": {{"date-parts": [[2024, 10, 9]]}}처럼 쓰고, 연도나 연월만 알면 그만큼만 쓰십시오',
    ),
}
