"""What is said in a rating conversation."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "rate.opening": ("{name}, rated on: {title}. File: {path}", "{name}, 적용 루브릭: {title}. 파일: {path}"),
    "rate.opening_count": (
        "{count} criteria, {waiting} of them not looked at yet. Every answer is saved at once. ? shows what can be typed, q ends.",
        "기준 {count}개, 아직 살피지 않은 기준 {waiting}개. 답할 때마다 저장됩니다. ?는 도움말, q는 끝내기입니다.",
    ),
    "rate.standing": (
        "Score {score}. Band: {band}. Coverage: {coverage}.",
        "점수 {score}. 등급: {band}. 평정 비율: {coverage}.",
    ),
    "rate.saved": (
        "Saved. Score {score} · {band} · {rated} of {applicable} rated, {percent} % of the weight",
        "저장했습니다. 점수 {score} · {band} · 기준 {applicable}개 중 {rated}개 평정, 가중치의 {percent} %",
    ),
    "rate.saved_same": ("Saved. Score {score} as before", "저장했습니다. 점수 {score} 그대로"),
    "rate.position": ("{at} of {of}: {group}", "{of}개 중 {at}번째: {group}"),
    "rate.share": (", {percent} % of the score", ", 점수의 {percent} %"),
    "rate.now": ("So far", "현재"),
    "rate.nothing_yet": ("not looked at yet", "아직 살피지 않음"),
    "rate.needs": (
        "The rubric's evidence rules demand here: {needs}.",
        "이 평정에 루브릭이 요구하는 근거: {needs}.",
    ),
    "rate.word_for": ("for", "긍정"),
    "rate.word_against": ("against", "부정"),
    "rate.word_yes": ("yes", "예"),
    "rate.word_no": ("no", "아니요"),
    "rate.nothing_more": (
        "no more was saved; the file is as it was before the last answer",
        "더 저장하지 않았습니다. 파일은 마지막 답 이전과 같습니다",
    ),
    "rate.goodbye": ("Everything is saved in {path}.", "모두 {path}에 저장되어 있습니다."),
    "rate.next": ("The scorecard: {command}", "평가표: {command}"),
    # Questions, and the words before the answer
    "rate.ask_level": (
        "Level {least} to {most}, a range such as {range}, n not rated, x not applicable, Enter next, ? help",
        "단계 {least}~{most}, 범위는 {range}처럼, n 미평정, x 해당 없음, Enter 다음, ? 도움말",
    ),
    "rate.prompt_level": ("Level", "단계"),
    "rate.ask_value": (
        "A value such as 206, or with the lowest and highest that sources give: 206 200 210; n not rated, x not applicable, Enter next, ? help",
        "수치는 206처럼, 출처의 최저·최고값이 있으면 206 200 210처럼. n 미평정, x 해당 없음, Enter 다음, ? 도움말",
    ),
    "rate.prompt_value": ("Value", "수치"),
    "rate.ask_not_rated": (
        "Why can no level be given? What was looked for, and what is missing.",
        "왜 평정할 수 없는지, 무엇을 찾아보았고 무엇이 없는지 쓰십시오.",
    ),
    "rate.ask_not_rated_kept": (
        "Why can no level be given? Enter keeps the reason that is there.",
        "왜 평정할 수 없습니까? Enter를 누르면 지금 사유를 그대로 둡니다.",
    ),
    "rate.prompt_not_rated": ("Reason", "사유"),
    "rate.ask_not_applicable": (
        "Why can the question not be put?",
        "왜 이 질문이 성립하지 않습니까?",
    ),
    "rate.ask_not_applicable_kept": (
        "Why can the question not be put? Enter keeps the reason that is there.",
        "왜 이 질문이 성립하지 않습니까? Enter를 누르면 지금 사유를 그대로 둡니다.",
    ),
    "rate.prompt_not_applicable": ("Reason", "사유"),
    "rate.ask_confidence": (
        "How sure: h high, m medium, l low, Enter leaves it open",
        "확신도: h 높음, m 보통, l 낮음, Enter 쓰지 않음",
    ),
    "rate.ask_confidence_kept": (
        "How sure: h high, m medium, l low, Enter keeps it, - takes it out",
        "확신도: h 높음, m 보통, l 낮음, Enter 그대로, - 지움",
    ),
    "rate.prompt_confidence": ("Confidence", "확신도"),
    "rate.ask_disputed": (
        "What do the sources disagree on? Enter where the range is no dispute",
        "출처들이 서로 어떻게 다릅니까? 이견이 아니면 Enter",
    ),
    "rate.ask_disputed_kept": (
        "What do the sources disagree on? Enter keeps it, - takes it out",
        "출처들이 서로 어떻게 다릅니까? Enter 그대로, - 지움",
    ),
    "rate.prompt_disputed": ("Disputed", "이견"),
    "rate.ask_why": (
        "Rationale: what of the descriptor is met, and what of the next one is not. Enter leaves it open",
        "평정 이유: 충족한 서술과 다음 단계에 못 미치는 점. Enter 쓰지 않음",
    ),
    "rate.ask_why_kept": (
        "Rationale: what is met, and what of the next level is not. Enter keeps it, - takes it out",
        "평정 이유: 충족한 것과 다음 단계에 못 미치는 점. Enter 그대로, - 지움",
    ),
    "rate.prompt_why": ("Rationale", "이유"),
    "rate.ask_source": (
        "Evidence: the number or id of one of {count} sources, + a new source, l list them, Enter no more",
        "근거: 출처 {count}개 중 번호나 id, + 새 출처, l 목록, Enter 더 없음",
    ),
    "rate.ask_source_none": (
        "Evidence: + adds a source, Enter no more",
        "근거: + 새 출처, Enter 더 없음",
    ),
    "rate.prompt_source": ("Source", "출처"),
    "rate.ask_at": (
        "Where in the source: a page, a paragraph. Enter skips",
        "출처의 어디인지: 쪽, 문단. Enter 건너뜀",
    ),
    "rate.prompt_at": ("Place", "위치"),
    "rate.ask_shows": ("What does it show, in one sentence?", "무엇을 보여 주는지 한 문장으로 쓰십시오."),
    "rate.prompt_shows": ("Shows", "내용"),
    "rate.ask_stance": (
        "f for the level, a against it, Enter for",
        "f 긍정, a 부정, Enter 긍정",
    ),
    "rate.prompt_stance": ("For or against", "긍정·부정"),
    "rate.ask_independent": (
        "Is the source independent of the initiative's owner? y yes, n no, Enter no",
        "추진 주체로부터 독립된 출처입니까? y 예, n 아니요, Enter 아니요",
    ),
    "rate.prompt_independent": ("Independent", "독립 출처"),
    "rate.ask_title": (
        "Title of the new source. Enter goes back",
        "새 출처의 제목. Enter 돌아가기",
    ),
    "rate.prompt_title": ("Title", "제목"),
    "rate.ask_publisher": ("Who published it? Enter skips", "발행처. Enter 건너뜀"),
    "rate.prompt_publisher": ("Publisher", "발행처"),
    "rate.ask_date": (
        "Its date: 2025, 2025-11 or 2025-11-30. Enter skips",
        "날짜: 2025, 2025-11, 2025-11-30. Enter 건너뜀",
    ),
    "rate.prompt_date": ("Date", "날짜"),
    "rate.ask_url": ("Its web address. Enter skips", "웹 주소. Enter 건너뜀"),
    "rate.prompt_url": ("Address", "주소"),
    "rate.ask_kind": ("What sort of source: {kinds}. Enter skips", "출처의 종류: {kinds}. Enter 건너뜀"),
    "rate.prompt_kind": ("Kind", "종류"),
    "rate.ask_id": (
        "A short id for it. Enter takes {name}",
        "짧은 id. Enter를 누르면 {name}",
    ),
    "rate.prompt_id": ("Id", "id"),
    "rate.ask_end": (
        "That was the last criterion. Enter ends, r next one not rated, g go to one, l list, b back, u undo",
        "마지막 기준입니다. Enter 끝내기, r 미평정 기준으로, g 기준으로 가기, l 목록, b 뒤로, u 되돌리기",
    ),
    "rate.prompt_end": ("End", "끝"),
    "rate.ask_changed": (
        "r reads the file again: your last answer is not in it and is asked once more; q ends",
        "r 파일 다시 읽기(마지막 답은 저장되지 않았으므로 다시 묻습니다), q 끝내기",
    ),
    "rate.prompt_changed": ("r or q", "r 또는 q"),
    "rate.which_rubric": (
        "On which rubric? Write its number, or q to leave.",
        "어느 루브릭으로 평정합니까? 번호를 쓰십시오. q는 끝내기입니다.",
    ),
    "rate.prompt_rubric": ("Rubric", "루브릭"),
    "rate.which_number": ("A number from 1 to {most}, please.", "1부터 {most}까지의 번호를 쓰십시오."),
    # Help
    "rate.help_rating": (
        "3  the level reached; the range that the evidence leaves open is written 1-2\n"
        "n, n WHY  not rated, and why; it never counts as 0\n"
        "x, x WHY  not applicable, and why\n"
        "Enter, s  the next criterion; this one stays as it is\n"
        "b  back to the criterion before\n"
        "r  the next one that nobody has looked at; then those not rated\n"
        "g NAME  go to a criterion, by its name, the end of its name, or its number\n"
        "c  confidence alone\n"
        "w  rationale alone\n"
        "d  what is disputed about a range\n"
        "e  add evidence\n"
        "u  undo the last answer; again, the one before\n"
        "l  list all criteria with their ratings\n"
        "q  end; Ctrl-D does so too. Everything is saved",
        "3  도달한 단계. 근거로 하나로 정할 수 없으면 1-2처럼 범위로\n"
        "n, n 사유  미평정과 그 사유. 0점으로 치지 않음\n"
        "x, x 사유  해당 없음과 그 사유\n"
        "Enter, s  다음 기준으로. 지금 기준은 그대로 둠\n"
        "b  앞 기준으로\n"
        "r  아직 살피지 않은 다음 기준으로, 없으면 미평정 기준으로\n"
        "g 이름  기준으로 가기: 이름, 이름의 끝부분, 번호\n"
        "c  확신도만\n"
        "w  평정 이유만\n"
        "d  범위에 대한 이견\n"
        "e  근거 더하기\n"
        "u  마지막 답 되돌리기. 거듭하면 그 앞의 답\n"
        "l  모든 기준과 평정 목록\n"
        "q  끝내기(Ctrl-D도 같음). 모두 저장되어 있음",
    ),
    "rate.help_source": (
        "5  a source by its number in the list, or its id\n"
        "ID  a fact of the dossier by its id: only for or against is asked\n"
        "+  a new source\n"
        "l  list sources and facts\n"
        "Enter  no more evidence\n"
        "b  back to the criterion\n"
        "u  undo\n"
        "q  end",
        "5  목록의 번호나 id로 출처 고르기\n"
        "ID  평가 문서의 사실 id: 긍정·부정만 물음\n"
        "+  새 출처\n"
        "l  출처와 사실 목록\n"
        "Enter  근거 더 없음\n"
        "b  기준으로 돌아가기\n"
        "u  되돌리기\n"
        "q  끝내기",
    ),
    "rate.help_answer": (
        "Write the answer on one line. Alone on a line: b back to the criterion, u undo, q end, ? this help.",
        "답을 한 줄로 쓰십시오. 한 글자만 쓰면 b 기준으로 돌아가기, u 되돌리기, q 끝내기, ? 이 도움말입니다.",
    ),
    # Answers that will not do, and what else is to be said
    "rate.control": (
        "That holds signs that are no text: not saved. Please write it again.",
        "글자가 아닌 부호가 섞여 있어 저장하지 않았습니다. 다시 쓰십시오.",
    ),
    "rate.first": ("This is the first criterion.", "첫 번째 기준입니다."),
    "rate.no_level": (
        '"{given}" is no answer here. Levels: {allowed}; ? shows all that can be typed.',
        '"{given}"은(는) 여기에 쓸 수 없습니다. 단계: {allowed}. ?로 도움말을 볼 수 있습니다.',
    ),
    "rate.reversed": (
        "A range runs upwards: {low}-{high}.",
        "범위는 작은 수부터 씁니다: {low}-{high}.",
    ),
    "rate.no_value": (
        '"{given}" is no number. Write it without separators, such as 1200.5, or value lowest highest; ? helps.',
        '"{given}"은(는) 수가 아닙니다. 1200.5처럼 쉼표 없이 쓰거나 값 최저 최고를 차례로 쓰십시오. ? 도움말.',
    ),
    "rate.outside": (
        "The value has to lie between the lowest and the highest: value lowest highest.",
        "값은 최저와 최고 사이에 있어야 합니다: 값 최저 최고.",
    ),
    "rate.level_first": (
        "Nothing is rated here yet: give a level or a value first.",
        "아직 평정이 없습니다. 단계나 값을 먼저 쓰십시오.",
    ),
    "rate.range_first": (
        "Only a range can be disputed: give one first, such as 1-2.",
        "범위일 때만 이견을 쓸 수 있습니다. 1-2처럼 범위를 먼저 쓰십시오.",
    ),
    "rate.reason_needed": (
        "A reason is needed. b goes back without a change.",
        "사유가 있어야 합니다. b를 쓰면 바꾸지 않고 돌아갑니다.",
    ),
    "rate.no_confidence": ('"{given}"? Write h, m or l.', '"{given}"? h, m, l 가운데 쓰십시오.'),
    "rate.other_language": (
        "The same text in another language stands beside it as it was: look at it too.",
        "다른 언어로 적힌 같은 글은 그대로 있습니다. 함께 살펴보십시오.",
    ),
    "rate.source_near": (
        'No source or fact "{given}". Did you mean {meant}? l lists them, + is a new one.',
        '"{given}"(이)라는 출처나 사실이 없습니다. {meant}을(를) 쓰려고 하셨습니까? l 목록, + 새 출처.',
    ),
    "rate.no_source": (
        'No source or fact "{given}". l lists them, + is a new one.',
        '"{given}"(이)라는 출처나 사실이 없습니다. l 목록, + 새 출처.',
    ),
    "rate.no_sources": ("No sources yet: + adds one.", "아직 출처가 없습니다. +로 더할 수 있습니다."),
    "rate.facts": (
        "Facts of the dossier, cited by their id:",
        "평가 문서의 사실(id로 인용):",
    ),
    "rate.cited": ("{name} is cited here already.", "{name}은(는) 여기에 이미 인용되어 있습니다."),
    "rate.no_stance": ('"{given}"? Write f or a.', '"{given}"? f나 a를 쓰십시오.'),
    "rate.no_yes": ('"{given}"? Write y or n.', '"{given}"? y나 n을 쓰십시오.'),
    "rate.shows_needed": (
        "What it shows is needed. b goes back without adding it.",
        "무엇을 보여 주는지 써야 합니다. b를 쓰면 더하지 않고 돌아갑니다.",
    ),
    "rate.no_new_source": ("No source was added.", "출처를 더하지 않았습니다."),
    "rate.no_date": (
        '"{given}" is no date: write 2025, 2025-11 or 2025-11-30.',
        '"{given}"은(는) 날짜가 아닙니다. 2025, 2025-11, 2025-11-30처럼 쓰십시오.',
    ),
    "rate.no_url": (
        '"{given}" is no web address: it begins with https:// or http://.',
        '"{given}"은(는) 웹 주소가 아닙니다. https://나 http://로 시작해야 합니다.',
    ),
    "rate.no_kind": ('"{given}"? A number or one of: {allowed}.', '"{given}"? 번호나 다음 가운데 하나: {allowed}.'),
    "rate.no_id": (
        '"{given}" is no id: letters, digits, _, - and dots, beginning with a letter or digit.',
        '"{given}"은(는) id가 될 수 없습니다. 영문자나 숫자로 시작하며 영문자, 숫자, _, -, 점을 씁니다.',
    ),
    "rate.id_taken": (
        "There is a source {given} already: another id, please.",
        "{given} 출처가 이미 있습니다. 다른 id를 쓰십시오.",
    ),
    "rate.at_end": (
        "Enter ends; r, g NAME, l, b and u lead back.",
        "Enter는 끝내기, r, g 이름, l, b, u로 돌아갈 수 있습니다.",
    ),
    "rate.reload_or_quit": ("Write r or q.", "r이나 q를 쓰십시오."),
    "rate.all_rated": ("Every criterion has a rating.", "모든 기준이 평정되었습니다."),
    "rate.several": (
        '"{given}" could be any of: {allowed}.',
        '"{given}"은(는) 다음 중 어느 것인지 알 수 없습니다: {allowed}.',
    ),
    "rate.criterion_near": (
        'No criterion "{given}". Did you mean {meant}? l lists them.',
        '"{given}" 기준이 없습니다. {meant}을(를) 쓰려고 하셨습니까? l 목록.',
    ),
    "rate.no_criterion": ('No criterion "{given}". l lists them.', '"{given}" 기준이 없습니다. l 목록.'),
    "rate.changed": (
        "Another program has changed {path} since it was read. Your answer was not saved, so that nothing of theirs is lost.",
        "{path}을(를) 읽은 뒤 다른 프로그램이 바꾸었습니다. 그 변경을 덮어쓰지 않도록 이번 답은 저장하지 않았습니다.",
    ),
    "rate.nothing_to_undo": (
        "Nothing to undo in this conversation.",
        "이번 대화에서 되돌릴 답이 없습니다.",
    ),
    "rate.undone": ("Undone: the file is as it was before that answer.", "되돌렸습니다. 파일은 그 답 이전과 같습니다."),
}
