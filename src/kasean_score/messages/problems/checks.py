"""What `check` warns of, and the faults of what it is asked."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.nothing-to-check": ("no file was named", "점검할 파일을 쓰지 않았습니다"),
    "remedy.nothing-to-check": (
        "name files, folders or bundled ids: kasean-score check my-initiative.yaml",
        "파일, 폴더 또는 기본 제공 id를 쓰십시오: kasean-score check my-initiative.yaml",
    ),
    "problem.bad-age": ('"{given}" is no length of time', '"{given}"은(는) 기간이 아닙니다'),
    "remedy.bad-age": (
        "write years, months or days: 3y, 18m or 90d",
        "연, 월, 일로 쓰십시오: 3y, 18m, 90d",
    ),
    "problem.saved-result": (
        "this is a saved result ({name}), not a rubric or dossier",
        "루브릭이나 평가 문서가 아니라 저장된 결과({name})입니다",
    ),
    "remedy.saved-result": (
        "kasean-score verify recomputes a result; check reads what people write",
        "결과는 kasean-score verify로 다시 계산해 확인하십시오. check는 사람이 쓴 파일을 읽습니다",
    ),
    # Names
    "problem.near-id": (
        'the ids "{name}" and "{other}" are nearly the same',
        'id "{name}"과(와) "{other}"이(가) 거의 같습니다',
    ),
    "remedy.near-id": (
        '"{other}" is on line {first}; if both mean one thing, keep one; else choose names that nobody confuses',
        '"{other}"은(는) {first}행에 있습니다. 같은 것이면 하나만 두고, 다른 것이면 헷갈리지 않는 이름을 쓰십시오',
    ),
    "problem.source-twice": (
        'the sources "{name}" and "{other}" are one and the same',
        '출처 "{name}"과(와) "{other}"은(는) 같은 자료입니다',
    ),
    "remedy.source-twice": (
        '"{other}" is on line {first}; cite one of them everywhere and remove the other',
        '"{other}"은(는) {first}행에 있습니다. 하나만 인용하고 다른 하나는 지우십시오',
    ),
    "problem.fact-twice": (
        'the facts "{name}" and "{other}" say the same of the same source',
        '사실 "{name}"과(와) "{other}"은(는) 같은 출처의 같은 내용입니다',
    ),
    "remedy.fact-twice": (
        '"{other}" is on line {first}; cite one of them everywhere and remove the other',
        '"{other}"은(는) {first}행에 있습니다. 하나만 인용하고 다른 하나는 지우십시오',
    ),
    "problem.unused-source.initiative": (
        'nothing cites the source "{name}"',
        '출처 "{name}"이(가) 인용되지 않았습니다',
    ),
    "remedy.unused-source.initiative": (
        "cite it in a fact or under a rating, or remove it",
        "사실이나 평정에서 인용하거나 지우십시오",
    ),
    "problem.unused-source.rubric": (
        'no criterion comes from the source "{name}"',
        '출처 "{name}"에서 온 기준이 없습니다',
    ),
    "remedy.unused-source.rubric": (
        "name it as the origin of a criterion, or remove it",
        "기준의 origin에 쓰거나 지우십시오",
    ),
    "problem.unused-fact": ('no rating cites the fact "{name}"', '사실 "{name}"을(를) 인용한 평정이 없습니다'),
    "remedy.unused-fact": (
        "cite it under for or against of a rating, or remove it",
        "평정의 for 또는 against에 인용하거나 지우십시오",
    ),
    "problem.same-id.initiative": (
        'another dossier of this run has the id "{name}" too',
        '함께 점검한 다른 평가 문서도 id가 "{name}"입니다',
    ),
    "remedy.same-id.initiative": (
        "it is {first}; give this one another id, or tell them apart by version, as_of or rated_by",
        "{first}에 있습니다. id를 다르게 쓰거나 version, as_of, rated_by로 구별하십시오",
    ),
    "problem.same-id.rubric": (
        'another rubric of this run has the id "{name}" too',
        '함께 점검한 다른 루브릭도 id가 "{name}"입니다',
    ),
    "remedy.same-id.rubric": (
        "it is {first}; give this one another id, or another version",
        "{first}에 있습니다. id나 version을 다르게 쓰십시오",
    ),
    "problem.source-told-twice": (
        'the source "{name}" has another {fields} elsewhere',
        '출처 "{name}"의 {fields} 항목이 다른 파일과 다릅니다',
    ),
    "remedy.source-told-twice": (
        "compare with {first}; one id stands for one source, described the same everywhere",
        "{first}과(와) 비교하십시오. 한 id는 한 출처를 뜻하며 어디서나 같게 적습니다",
    ),
    # Texts
    "problem.untranslated": (
        '"{field}" is written in {given} and not in {missing}, as other texts of the file are',
        '"{field}"이(가) {given}(으)로만 있고, 파일의 다른 글에 있는 {missing}이(가) 없습니다',
    ),
    "remedy.untranslated": ("add {missing} to it", "{missing}을(를) 더하십시오"),
    "problem.untranslated.plain": (
        '"{field}" is written in one language only, where others of the file are in {languages}',
        '"{field}"이(가) 한 언어로만 있으나 파일의 다른 같은 항목은 {languages}(으)로 적혀 있습니다',
    ),
    "remedy.untranslated.plain": (
        "write it by language: {{en: ..., ko: ...}}",
        "언어별로 쓰십시오: {{en: ..., ko: ...}}",
    ),
    "problem.placeholder": ('"{field}" was never filled in', '"{field}"을(를) 아직 채우지 않았습니다'),
    "remedy.placeholder": ("write it, or remove the field", "내용을 쓰거나 항목을 지우십시오"),
    # Rubrics
    "problem.no-question": ('criterion "{criterion}" asks no question', '기준 "{criterion}"에 질문이 없습니다'),
    "remedy.no-question": (
        "write question: what a rating of it answers",
        "question:에 평정으로 답할 질문을 쓰십시오",
    ),
    "problem.no-question.all": (
        'none of the {count} criteria of "{rubric}" asks a question',
        '"{rubric}"의 기준 {count}개에 모두 질문이 없습니다',
    ),
    "remedy.no-question.all": (
        "write question: for each, so that two raters answer the same one",
        "평정자들이 같은 질문에 답하도록 기준마다 question:을 쓰십시오",
    ),
    "problem.no-descriptors": (
        'criterion "{criterion}" describes none of its levels',
        '기준 "{criterion}"에 단계별 서술이 없습니다',
    ),
    "remedy.no-descriptors": (
        "write levels: what has to be seen for each, or measure: where a number decides",
        "levels:에 단계마다 확인되어야 할 것을 쓰거나, 수치로 판단하면 measure:를 쓰십시오",
    ),
    "problem.no-descriptors.all": (
        'none of the {count} criteria of "{rubric}" that have levels describes them',
        '"{rubric}"에서 단계로 판단하는 기준 {count}개에 모두 단계별 서술이 없습니다',
    ),
    "remedy.no-descriptors.all": (
        "write levels: for each, so that two raters mean the same by a level",
        "평정자들이 같은 뜻으로 단계를 쓰도록 기준마다 levels:를 쓰십시오",
    ),
    "problem.same-levels": (
        'levels {other} and {level} of "{criterion}" read the same',
        '"{criterion}"의 {other}단계와 {level}단계 서술이 같습니다',
    ),
    "remedy.same-levels": (
        "say what {level} demands beyond {other}, or describe one of them only",
        "{level}단계가 {other}단계보다 무엇을 더 요구하는지 쓰거나 하나만 서술하십시오",
    ),
    "problem.same-question": (
        '"{criterion}" asks the same question as "{other}"',
        '"{criterion}"의 질문이 "{other}"의 질문과 같습니다',
    ),
    "remedy.same-question": (
        "it is on line {first}; one thing would be counted twice",
        "{first}행에 있습니다. 같은 것을 두 번 세게 됩니다",
    ),
    "problem.same-label": ('two entries here are called "{label}"', '"{label}"(이)라는 이름이 두 번 쓰였습니다'),
    "remedy.same-label": (
        "the first is on line {first}; readers see the name and not the id",
        "첫 번째는 {first}행에 있습니다. 독자는 id가 아니라 이름을 봅니다",
    ),
    "problem.odd-weights": (
        'the weights in "{group}" look like parts of {whole} and add up to {total}',
        '"{group}"의 가중치는 {whole}을(를) 나눈 것으로 보이나 합이 {total}입니다',
    ),
    "remedy.odd-weights": (
        "weights are relative, so each counts as its part of {total}; correct one if {whole} was meant",
        "가중치는 상대적이어서 {total}에 대한 비중이 됩니다. {whole}을(를) 뜻했다면 고치십시오",
    ),
    "problem.idle-limit": (
        'this limit holds the band at "{band}" or below, which is the highest there is',
        '이 제한은 등급을 "{band}" 이하로 묶으나 그것이 가장 높은 등급입니다',
    ),
    "remedy.idle-limit": ("name a lower band, or remove the limit", "더 낮은 등급을 쓰거나 제한을 지우십시오"),
    "problem.idle-weight-set": (
        'weight set "{name}" changes no weight',
        '가중치 세트 "{name}"이(가) 바꾸는 가중치가 없습니다',
    ),
    "remedy.idle-weight-set": (
        "write weights: by address, or others: for all the rest",
        "weights:에 주소별로 쓰거나 others:에 나머지의 가중치를 쓰십시오",
    ),
    # Dossiers
    "problem.no-reason": (
        '"{criterion}" is rated without a rationale or evidence',
        '"{criterion}"의 평정에 이유도 근거도 없습니다',
    ),
    "remedy.no-reason": (
        "write why:, or cite facts under for and against",
        "why:를 쓰거나 for와 against에 사실을 인용하십시오",
    ),
    "problem.no-reason.all": (
        'none of the {count} ratings on "{rubric}" has a rationale or evidence',
        '"{rubric}"에 대한 평정 {count}건에 모두 이유도 근거도 없습니다',
    ),
    "remedy.no-reason.all": (
        "write why: for each, or cite facts under for and against",
        "평정마다 why:를 쓰거나 for와 against에 사실을 인용하십시오",
    ),
    "problem.later-than-rating.sources": (
        'the source "{name}" is of {date}, and the ratings are of {as_of}',
        '출처 "{name}"의 날짜는 {date}인데 평정 기준일은 {as_of}입니다',
    ),
    "remedy.later-than-rating.sources": (
        "correct one of the dates, or bring as_of up to when the source was used",
        "잘못된 날짜를 고치거나 as_of를 출처를 쓴 날로 바꾸십시오",
    ),
    "problem.later-than-rating.facts": (
        'the fact "{name}" is of {date}, and the ratings are of {as_of}',
        '사실 "{name}"의 날짜는 {date}인데 평정 기준일은 {as_of}입니다',
    ),
    "remedy.later-than-rating.facts": (
        "correct one of the dates, or bring as_of up to when the fact was used",
        "잘못된 날짜를 고치거나 as_of를 사실을 쓴 날로 바꾸십시오",
    ),
    "problem.not-independent": (
        'this is called independent, but the owner published "{source}"',
        '독립 근거로 적혀 있으나 "{source}"은(는) 평가 대상의 주체가 낸 자료입니다',
    ),
    "remedy.not-independent": (
        "see line {first}; remove independent: true, or correct owner or publisher",
        "{first}행을 보십시오. independent: true를 지우거나 owner 또는 publisher를 고치십시오",
    ),
    # A dossier on a rubric
    "problem.rubric-not-found": (
        'no rubric "{name}" is at hand, so the ratings on it were not held against it',
        '루브릭 "{name}"이(가) 없어 그에 대한 평정은 대조하지 못했습니다',
    ),
    "remedy.rubric-not-found": (
        "give its file too, as an argument or with -r",
        "그 파일을 인수나 -r로 함께 주십시오",
    ),
    "problem.rubric-not-found.near": (
        'no rubric "{name}" is at hand, so the ratings on it were not held against it',
        '루브릭 "{name}"이(가) 없어 그에 대한 평정은 대조하지 못했습니다',
    ),
    "remedy.rubric-not-found.near": (
        'did you mean "{meant}"? Else give its file too, as an argument or with -r',
        '"{meant}"을(를) 쓰려고 하셨습니까? 아니면 그 파일을 인수나 -r로 함께 주십시오',
    ),
    "problem.unknown-name.path": (
        '"{name}" is a file or folder here, and no bundled id',
        '"{name}"은(는) 기본 제공 id가 아니라 여기 있는 파일이나 폴더입니다',
    ),
    "remedy.unknown-name.path": ("write ./{name}", "./{name}(으)로 쓰십시오"),
    "problem.left-out": (
        'nothing is said of {count} criteria of "{rubric}": {criteria}',
        '"{rubric}"의 기준 {count}개에 대한 언급이 없습니다: {criteria}',
    ),
    "remedy.left-out": (
        "they count as not rated; write not_rated: and why, or rate them",
        "미평정으로 셉니다. not_rated:에 이유를 쓰거나 평정하십시오",
    ),
    "problem.unsupported.absence": (
        '"{criterion}" is rated {rated} and cites no evidence of absence',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 부재의 근거를 인용하지 않았습니다',
    ),
    "remedy.unsupported.absence": (
        'cite an item against, as "{rubric}" asks',
        '"{rubric}"의 규칙대로 반대 근거를 인용하십시오',
    ),
    "problem.unsupported.absence-level": (
        '"{criterion}" is rated {rated} and cites no evidence of absence, which level {level} needs',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 {level}단계에 필요한 부재의 근거를 인용하지 않았습니다',
    ),
    "remedy.unsupported.absence-level": (
        "cite an item against; where nothing was found either way, write not_rated: and why",
        "반대 근거를 인용하십시오. 어느 쪽 근거도 없으면 not_rated:에 이유를 쓰십시오",
    ),
    "problem.unsupported.documentary": (
        '"{criterion}" is rated {rated} and cites no documentary source for it',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 문서 출처를 인용하지 않았습니다',
    ),
    "remedy.unsupported.documentary": (
        "cite a document for it (asean, government, scholarly, think-tank, statistics), not an opinion",
        "의견이 아닌 문서 출처(asean, government, scholarly, think-tank, statistics)를 인용하십시오",
    ),
    "problem.unsupported.documentary-level": (
        '"{criterion}" is rated {rated} and cites no documentary source for it, which level {level} needs',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 {level}단계에 필요한 문서 출처를 인용하지 않았습니다',
    ),
    "remedy.unsupported.documentary-level": (
        "cite a document for it (asean, government, scholarly, think-tank, statistics), or lower the level",
        "문서 출처(asean, government, scholarly, think-tank, statistics)를 인용하거나 단계를 낮추십시오",
    ),
    "problem.unsupported.independent": (
        '"{criterion}" is rated {rated} and cites no independent source for it',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 독립 출처를 인용하지 않았습니다',
    ),
    "remedy.unsupported.independent": (
        "cite an item for it that does not come from the owner, with independent: true",
        "주체에서 나오지 않은 근거를 independent: true로 인용하십시오",
    ),
    "problem.unsupported.independent-level": (
        '"{criterion}" is rated {rated} and cites no independent source for it, which level {level} needs',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 {level}단계에 필요한 독립 출처를 인용하지 않았습니다',
    ),
    "remedy.unsupported.independent-level": (
        "cite an item for it with independent: true, or lower the level",
        "independent: true인 근거를 인용하거나 단계를 낮추십시오",
    ),
    "problem.unsupported.beyond_opinion": (
        '"{criterion}" is rated {rated} and cites nothing beyond opinion',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 의견 말고는 근거가 없습니다',
    ),
    "remedy.unsupported.beyond_opinion": (
        "cite an item whose certainty is stated or reported; where there is none, write not_rated: and why",
        "certainty가 stated 또는 reported인 근거를 인용하십시오. 없으면 not_rated:에 이유를 쓰십시오",
    ),
    "problem.unsupported.beyond_opinion-level": (
        '"{criterion}" is rated {rated} and cites nothing beyond opinion, which level {level} needs',
        '"{criterion}"이(가) {rated}(으)로 평정되었으나 {level}단계에 필요한, 의견이 아닌 근거가 없습니다',
    ),
    "remedy.unsupported.beyond_opinion-level": (
        "cite an item whose certainty is stated or reported, or change the level",
        "certainty가 stated 또는 reported인 근거를 인용하거나 단계를 고치십시오",
    ),
    "problem.unsupported-table": (
        'a table of ratings cites no evidence, which "{rubric}" asks for',
        '평정표에는 "{rubric}"이(가) 요구하는 근거를 적을 수 없습니다',
    ),
    "remedy.unsupported-table": (
        "write a dossier for each initiative, or check without --strict",
        "평가 대상마다 평가 문서를 쓰거나 --strict 없이 점검하십시오",
    ),
    # Age
    "problem.old-source": (
        'the source "{name}" is of {date}, more than {age} before the ratings ({as_of})',
        '출처 "{name}"은(는) {date} 자료로 평정 기준일({as_of})보다 {age} 넘게 오래되었습니다',
    ),
    "remedy.old-source": (
        "look for a newer one; it is cited under: {criteria}",
        "더 새로운 자료를 찾으십시오. 인용한 기준: {criteria}",
    ),
    "problem.undated-source": (
        'the source "{name}" has no date, so that its age is not known',
        '출처 "{name}"에 날짜가 없어 얼마나 오래되었는지 알 수 없습니다',
    ),
    "remedy.undated-source": (
        "add date: year, month or day; it is cited under: {criteria}",
        "date:에 연도, 월 또는 일을 쓰십시오. 인용한 기준: {criteria}",
    ),
    "problem.no-as-of-date": (
        "the ratings have no date, so that the age of what they cite is not known",
        "평정 기준일이 없어 근거가 얼마나 오래되었는지 알 수 없습니다",
    ),
    "remedy.no-as-of-date": (
        "add as_of: the day of the ratings; {age} is counted back from it",
        "as_of:에 평정 기준일을 쓰십시오. 그날부터 거슬러 {age}을(를) 셉니다",
    ),
    # A bibliography
    "problem.not-in-bibliography": (
        'the source "{name}" is not in the bibliography',
        '출처 "{name}"이(가) 참고문헌 목록에 없습니다',
    ),
    "remedy.not-in-bibliography": (
        "add it to {path}, or correct its id, url or title here",
        "{path}에 더하거나 여기의 id, url, title을 고치십시오",
    ),
    "problem.bibliography-differs": (
        'the source "{name}" has another {fields} in the bibliography',
        '출처 "{name}"의 {fields} 항목이 참고문헌 목록과 다릅니다',
    ),
    "remedy.bibliography-differs": (
        'there, "{other}" has {given}',
        '목록의 "{other}": {given}',
    ),
}
