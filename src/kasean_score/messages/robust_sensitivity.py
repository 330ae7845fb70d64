"""The words of sensitivity: what moves scores and the order."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # What an input is called
    "robust_sensitivity.aggregation": ("the kind of mean", "평균 방식"),
    "robust_sensitivity.weights_top": ("weights at the top", "최상위 가중치"),
    "robust_sensitivity.weights": ("weights in {title}", "가중치: {title}"),
    "robust_sensitivity.weight": ("weight of {title}", "가중치: {title}"),
    "robust_sensitivity.rating": ("{title}", "{title}"),
    "robust_sensitivity.rating_of": ("{title} ({label})", "{title}({label})"),
    # In sentences
    "robust_sensitivity.moves": ("What moves it", "변동 요인"),
    "robust_sensitivity.moved": (
        "{label}: what matters most is {names}",
        "{label}: 영향이 큰 순서는 {names}",
    ),
    "robust_sensitivity.part": ("{name} ({percent} %)", "{name}({percent} %)"),
    "robust_sensitivity.still": (
        "{label}: nothing that was varied moves this score",
        "{label}: 변동시킨 요인 가운데 이 점수를 움직이는 것이 없음",
    ),
    "robust_sensitivity.nothing": ("nothing was varied", "변동시킨 요인이 없음"),
    "robust_sensitivity.order": ("The order", "순위"),
    "robust_sensitivity.shifts": (
        "each moves by {places} places on average; what matters most is {names}",
        "평가 대상마다 평균 {places}계단 이동함. 영향이 큰 순서는 {names}",
    ),
    "robust_sensitivity.holds": (
        "nothing that was varied moves any rank",
        "변동시킨 요인 가운데 순위를 바꾸는 것이 없음",
    ),
    "robust_sensitivity.without": ("One left out", "기준 하나 제외"),
    "robust_sensitivity.turns": (
        "the order changes for {count} of the {of} criteria: {names}",
        "기준 {of}개 중 {count}개는 제외하면 순위가 바뀜: {names}",
    ),
    "robust_sensitivity.never_turns": (
        "whichever of the {of} criteria is left out, the order stays",
        "기준 {of}개 중 어느 하나를 제외해도 순위가 유지됨",
    ),
    "robust_sensitivity.more": ("{count} more", "그 밖에 {count}개"),
    "robust_sensitivity.swept": ("Share swept", "비중 변화"),
    "robust_sensitivity.crosses_up": (
        "{title}, {stated} % as stated: from {at} % on, {above} is above {below}",
        "{title}, 명시된 비중 {stated} %: {at} % 이상이면 {above} > {below}",
    ),
    "robust_sensitivity.crosses_down": (
        "{title}, {stated} % as stated: below {at} %, {below} is above {above}",
        "{title}, 명시된 비중 {stated} %: {at} % 미만이면 {below} > {above}",
    ),
    "robust_sensitivity.never_crosses": (
        "{title}, {stated} % as stated: no share of it lets one overtake another",
        "{title}, 명시된 비중 {stated} %: 비중이 어떻든 앞뒤가 바뀌는 쌍이 없음",
    ),
    # Tables
    "robust_sensitivity.title": ("What moves the score of {label}", "{label} 점수를 움직이는 요인"),
    "robust_sensitivity.title_scaled": (
        "What moves the score of {label} (each side of a bar is {widest} points)",
        "{label} 점수를 움직이는 요인(막대 한쪽의 길이는 {widest}점)",
    ),
    "robust_sensitivity.title_order": ("What moves the order", "순위를 움직이는 요인"),
    "robust_sensitivity.input": ("Varied", "변동 요인"),
    "robust_sensitivity.low": ("Low", "최저"),
    "robust_sensitivity.high": ("High", "최고"),
    "robust_sensitivity.first": ("Alone %", "단독 %"),
    "robust_sensitivity.total": ("In all %", "전체 %"),
    "robust_sensitivity.title_without": ("Points gained or lost without a criterion", "기준을 제외했을 때의 점수 변화"),
    "robust_sensitivity.criterion": ("Left out", "제외한 기준"),
    "robust_sensitivity.largest": ("Largest change", "가장 큰 변화"),
    "robust_sensitivity.then": ("Order", "순위"),
    "robust_sensitivity.same": ("same", "유지"),
    "robust_sensitivity.ties": ("a tie", "동순위 발생"),
    "robust_sensitivity.pair": ("{above} > {below}", "{above} > {below}"),
    "robust_sensitivity.pairs": ("{count} pairs turn", "{count}쌍 역전"),
    "robust_sensitivity.title_sweep": (
        "Scores at other shares of {title} ({stated} % as stated)",
        "{title}의 비중에 따른 점수(명시된 비중 {stated} %)",
    ),
    "robust_sensitivity.share": ("Share", "비중"),
    # How to read it
    "robust_sensitivity.reading": ("Sensitivity", "민감도"),
    "robust_sensitivity.read_points": (
        "Low, High: points from the stated score, 5-95 % of the draws, when it alone varies and all else is as stated (▒ down, █ up)",
        "최저·최고: 나머지는 명시된 그대로 두고 그 요인만 변할 때 명시 점수와의 차이(추출의 5~95 %, ▒ 하락, █ 상승)",
    ),
    "robust_sensitivity.read_first": (
        "Alone: the part of the variance that would go if it were known",
        "단독: 그 요인을 알면 사라질 분산의 몫",
    ),
    "robust_sensitivity.read_total": (
        "In all: what it does alone and together with others, so these can add up to more than 100 %; "
        "in brackets 5-95 % bounds (Sobol indices, {points} points)",
        "전체: 다른 요인과 함께 미치는 영향까지 포함하므로 합이 100 %를 넘을 수 있음. "
        "괄호는 5~95 % 범위(소볼 지수, 점 {points}개)",
    ),
    "robust_sensitivity.read_sweep": (
        "A share of 0 % is without the node, one of 100 % without its siblings; those keep their proportions between.",
        "비중 0 %는 그 항목이 없을 때, 100 %는 형제 항목이 없을 때이며, 그 사이에서 형제 항목은 서로의 비율을 유지한다.",
    ),
}
