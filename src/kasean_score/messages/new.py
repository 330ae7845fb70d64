"""What stands in the files that `new` writes, and what is said when one was written."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "new.to_be_rated": ("To be rated.", "평정 예정."),
    "new.initiative": (
        "A dossier to be rated on: {titles}.",
        "평가 문서. 적용 루브릭: {titles}.",
    ),
    "new.how": (
        "Above each rating stand the criterion's question, what its levels mean and the evidence to look for. Write, in the place of `not_rated`, what the evidence shows:",
        "평정마다 그 위에 기준의 질문, 단계별 서술, 찾아볼 근거가 있다. `not_rated` 자리에 근거가 보여 주는 바를 쓴다.",
    ),
    "new.example": (
        "{criterion}:\n"
        "  level: 2                # or a range: [1, 2]; where a number is asked for, value: 206\n"
        "  confidence: medium      # high, medium or low\n"
        "  why: What of the level's descriptor is met, and what of the next one is not.\n"
        "  evidence:\n"
        "    - source: report-2025 # the id of one of the sources at the end of this file\n"
        "      at: page 9\n"
        "      shows: What the source says, in one sentence.\n"
        "      stance: for         # or against\n"
        "      independent: true   # whether the source is independent of the owner",
        "{criterion}:\n"
        "  level: 2                # 범위는 [1, 2]. 수치를 묻는 기준에는 value: 206\n"
        "  confidence: medium      # high(높음), medium(보통), low(낮음)\n"
        "  why: 해당 단계의 서술 가운데 충족한 것과 다음 단계에 못 미치는 것.\n"
        "  evidence:\n"
        "    - source: report-2025 # 이 파일 끝에 있는 출처의 id\n"
        "      at: 9쪽\n"
        "      shows: 출처가 말하는 바를 한 문장으로.\n"
        "      stance: for         # 반대 근거는 against\n"
        "      independent: true   # 추진 주체로부터 독립된 출처인지",
    ),
    "new.states": (
        "Where no evidence settles a level, leave `not_rated` with the reason: it never counts as 0. Where the question cannot be put, write `not_applicable` with the reason.",
        "근거로 단계를 정할 수 없으면 `not_rated`에 사유를 쓴다. 미평정은 0점으로 치지 않는다. 질문이 성립하지 않으면 `not_applicable`에 사유를 쓴다.",
    ),
    "new.commands": (
        "Score it:            kasean-score evaluate {path}{options}\n"
        "Be asked in turn:    kasean-score rate {path}{only}\n"
        "Help in an editor:   kasean-score schema initiative -o initiative.schema.json, and above all else\n"
        "                     # yaml-language-server: $schema=initiative.schema.json",
        "점수 내기:           kasean-score evaluate {path}{options}\n"
        "차례로 평정하기:     kasean-score rate {path}{only}\n"
        "편집기 자동 완성:    kasean-score schema initiative -o initiative.schema.json 실행 후 맨 첫 줄에\n"
        "                     # yaml-language-server: $schema=initiative.schema.json",
    ),
    "new.about_summary": ("summary: What it is.", "summary: 어떤 것인지."),
    "new.about_owner": (
        "owner: Whose initiative it is; evidence is independent of this body or not.",
        "owner: 추진 주체. 근거의 독립성은 이 주체를 기준으로 본다.",
    ),
    "new.about_type": (
        "type: policy            # policy, programme or institution",
        "type: policy            # policy(정책), programme(사업), institution(기관)",
    ),
    "new.about_stage": (
        "stage: launched         # proposed, launched or closed",
        "stage: launched         # proposed(제안), launched(시행), closed(종료)",
    ),
    "new.about_period": (
        "period:                 # from: and to: below it\n#   from: 2024-01",
        "period:                 # 아래에 from:과 to:\n#   from: 2024-01",
    ),
    "new.about_as_of": (
        "as_of: 2026-01-31       # the date of the ratings",
        "as_of: 2026-01-31       # 평정 기준일",
    ),
    "new.about_rated_by": ("rated_by: Who rates.", "rated_by: 평정자."),
    "new.about_interest": (
        "interest: The raters' interest in the result, or none declared.",
        "interest: 결과에 대한 평정자의 이해관계, 또는 신고된 이해관계 없음.",
    ),
    "new.group": ("===== {title} =====", "===== {title} ====="),
    "new.not_asked": (
        "{criterion} ({title}) is asked only of: {who}.",
        "{criterion}({title}) 기준은 다음에만 묻는다: {who}.",
    ),
    "new.sources": (
        "Everything that the evidence cites. Take away the # of the example and change it:",
        "근거가 인용하는 모든 출처. 예에서 #을 지우고 고쳐 쓴다.",
    ),
    "new.source_example": (
        "sources:\n"
        "  - id: report-2025\n"
        "    title: Annual report 2025\n"
        "    publisher: Who published it\n"
        "    date: 2025-11         # a year, a month or a day\n"
        "    url: https://example.org/report\n"
        "    kind: government      # asean, government, scholarly, think-tank, statistics, news or other",
        "sources:\n"
        "  - id: report-2025\n"
        "    title: 2025년 연차보고서\n"
        "    publisher: 발행처\n"
        "    date: 2025-11         # 연, 월 또는 일\n"
        "    url: https://example.org/report\n"
        "    kind: government      # asean, government, scholarly, think-tank, statistics, news, other",
    ),
    "new.rubric": (
        "A rubric to be filled in: groups of criteria, each with a question and a descriptor of every level, or with a measure. Weights are relative among siblings. Anything that is taken out has a default; docs/files.md lists every field.",
        "채워 쓸 루브릭. 그룹마다 기준이 있고, 기준마다 질문과 단계별 서술 또는 측정값이 있다. 가중치는 같은 그룹 안에서 상대적이다. 지운 항목에는 기본값이 쓰인다. 모든 항목은 docs/files.md에 있다.",
    ),
    "new.rubric_commands": (
        "Read it:             kasean-score show {path}\n"
        "Make a dossier:      kasean-score new initiative ID -r {path}\n"
        "Help in an editor:   kasean-score schema rubric -o rubric.schema.json, and above all else\n"
        "                     # yaml-language-server: $schema=rubric.schema.json",
        "읽어 보기:           kasean-score show {path}\n"
        "평가 문서 만들기:    kasean-score new initiative ID -r {path}\n"
        "편집기 자동 완성:    kasean-score schema rubric -o rubric.schema.json 실행 후 맨 첫 줄에\n"
        "                     # yaml-language-server: $schema=rubric.schema.json",
    ),
    "new.rubric_body": (
        "# description: What is judged, and how.\n"
        "# The levels are, unless a scale is written: 0 absent, 1 declared, 2 arranged, 3 operating, 4 demonstrated.\n"
        "# The bands are, unless bands are written: strong from 85, substantial from 70, partial from 50, limited from 25, weak.\n"
        "min_coverage: 0.65        # where less of the weight is rated, no band is named\n"
        "groups:\n"
        "  - id: purpose\n"
        "    title: Purpose\n"
        "    weight: 1\n"
        "    criteria:\n"
        "      - id: need\n"
        "        title: Need\n"
        "        weight: 2\n"
        "        why_weight: Why it weighs twice as much as the other one.\n"
        "        question: Does it answer a need that its partners have stated?\n"
        "        levels:\n"
        "          0: No need was looked for, or the content contradicts it.\n"
        "          1: A need is claimed, and nobody but the owner states it.\n"
        "          2: Partners have stated the need, and a part of the content answers it.\n"
        "          3: The content answers the stated need throughout, and outputs show it.\n"
        "          4: Partners or an independent review confirm that the need is met.\n"
        "        typical_evidence: [requests of partners, needs assessments]\n"
        "      - id: ownership\n"
        "        title: Shared ownership\n"
        "        weight: 1\n"
        "        question: Do partners decide on it too?\n"
        "        levels:\n"
        "          0: Partners have no part in any decision.\n"
        "          1: Partners are consulted, without effect that can be shown.\n"
        "          2: Partners decide on some activities.\n"
        "          3: A joint body decides on activities and money, and meets.\n"
        "          4: An independent review confirms that decisions are shared.\n"
        "  - id: results\n"
        "    title: Results\n"
        "    weight: 1\n"
        "    criteria:\n"
        "      - id: budget\n"
        "        title: Money spent\n"
        "        question: How much is spent on it in a year?\n"
        "        measure:          # a number in the place of levels\n"
        "          unit: USD million\n"
        "          worst: 0\n"
        "          best: 50\n"
        "# limits:                 # rules that hold the band down, whatever the score\n"
        "#   - when:\n"
        "#       criterion: purpose.need\n"
        "#       at_most: 1\n"
        "#     band_at_most: partial\n"
        "#     because: Without a need nothing else can make up for it.\n"
        "# evidence_rules:         # what evidence a rating needs: absence, documentary, independent, beyond_opinion\n"
        "#   - level: 4\n"
        "#     needs: independent\n"
        "#     because: Success has to be confirmed from outside.",
        "# description: 무엇을 어떻게 평가하는지.\n"
        "# scale을 쓰지 않으면 단계는 0 부재, 1 표명, 2 마련, 3 이행, 4 입증이다.\n"
        "# bands를 쓰지 않으면 등급은 85점부터 strong, 70점부터 substantial, 50점부터 partial, 25점부터 limited, 그 아래 weak이다.\n"
        "min_coverage: 0.65        # 평정 비율이 이에 못 미치면 등급을 매기지 않는다\n"
        "groups:\n"
        "  - id: purpose\n"
        "    title: 목적\n"
        "    weight: 1\n"
        "    criteria:\n"
        "      - id: need\n"
        "        title: 수요\n"
        "        weight: 2\n"
        "        why_weight: 다른 기준보다 가중치를 두 배로 둔 이유.\n"
        "        question: 상대방이 밝힌 수요에 부응하는가?\n"
        "        levels:\n"
        "          0: 수요를 살피지 않았거나 내용이 수요에 어긋난다.\n"
        "          1: 수요가 있다고 하나 추진 주체만 그렇게 말한다.\n"
        "          2: 상대방이 수요를 밝혔고 내용의 일부가 이에 부응한다.\n"
        "          3: 내용 전반이 밝혀진 수요에 부응하며 산출물로 확인된다.\n"
        "          4: 수요가 충족되었음을 상대방이나 독립적인 검토가 확인한다.\n"
        "        typical_evidence: [상대방의 요청, 수요 조사]\n"
        "      - id: ownership\n"
        "        title: 공동 결정\n"
        "        weight: 1\n"
        "        question: 상대방도 결정에 참여하는가?\n"
        "        levels:\n"
        "          0: 상대방이 어떤 결정에도 참여하지 않는다.\n"
        "          1: 상대방의 의견을 듣지만 반영이 확인되지 않는다.\n"
        "          2: 상대방이 일부 활동을 결정한다.\n"
        "          3: 공동 기구가 활동과 재원을 결정하며 실제로 열린다.\n"
        "          4: 결정이 공유됨을 독립적인 검토가 확인한다.\n"
        "  - id: results\n"
        "    title: 성과\n"
        "    weight: 1\n"
        "    criteria:\n"
        "      - id: budget\n"
        "        title: 집행액\n"
        "        question: 한 해에 얼마를 집행하는가?\n"
        "        measure:          # 단계 대신 수치로 평정하는 기준\n"
        "          unit: 백만 달러\n"
        "          worst: 0\n"
        "          best: 50\n"
        "# limits:                 # 점수와 관계없이 등급을 제한하는 규칙\n"
        "#   - when:\n"
        "#       criterion: purpose.need\n"
        "#       at_most: 1\n"
        "#     band_at_most: partial\n"
        "#     because: 수요가 없으면 다른 것으로 메울 수 없다.\n"
        "# evidence_rules:         # 평정에 필요한 근거: absence, documentary, independent, beyond_opinion\n"
        "#   - level: 4\n"
        "#     needs: independent\n"
        "#     because: 성과는 외부에서 확인되어야 한다.",
    ),
    "new.extends": (
        "A rubric that changes another: {base} ({ref}).",
        "다른 루브릭을 고친 루브릭. 바탕: {base}({ref}).",
    ),
    "new.extends_how": (
        "Everything is taken over from there; what is written here replaces it. As it stands the weights are written out, all as they are there: change a number, and it counts. Other fields may stand beside a weight:",
        "모든 내용을 그대로 물려받고, 여기에 쓴 것만 바뀐다. 지금은 가중치만 바탕과 같은 값으로 적혀 있다. 수를 고치면 바로 반영된다. 가중치 옆에 다른 항목도 쓸 수 있다.",
    ),
    "new.your_reason": ("Why it weighs more here.", "여기서 가중치를 높인 이유."),
    "new.your_question": ("The question as it is put here?", "여기서 묻는 질문."),
    "new.your_level": ("What the highest level means here.", "여기서 가장 높은 단계의 뜻."),
    "new.extends_more": (
        "A weight of 0 leaves a criterion out of the score. A new criterion or group needs an id and a title. Ratings made on the rubric below serve this one too. `kasean-score show {ref}` prints every descriptor.",
        "가중치 0인 기준은 점수에 들지 않는다. 새 기준이나 그룹에는 id와 title이 있어야 한다. 바탕 루브릭으로 매긴 평정은 이 루브릭에도 쓰인다. 단계별 서술은 `kasean-score show {ref}`로 볼 수 있다.",
    ),
    "new.min_coverage": (
        "min_coverage: {share}     # where less of the weight is rated, no band is named",
        "min_coverage: {share}     # 평정 비율이 이에 못 미치면 등급을 매기지 않는다",
    ),
    "new.condition": (" (a condition: not counted)", " (추진 여건: 합산 제외)"),
    "new.nothing_written": ("nothing was written", "아무것도 쓰지 않았습니다"),
    "new.next_initiative": (
        "next: kasean-score rate {path}{options}, or fill it in with an editor",
        "다음: kasean-score rate {path}{options} 를 실행하거나 편집기로 채우십시오",
    ),
    "new.next_rubric": (
        "next: fill it in with an editor; kasean-score show {path} prints it to read{options}",
        "다음: 편집기로 채우십시오. kasean-score show {path} 로 읽어 볼 수 있습니다{options}",
    ),
}
