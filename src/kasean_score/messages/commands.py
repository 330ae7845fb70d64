"""What `--help` says, and what is said of a command line that cannot be read."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "command.kasean-score": (
        "Score Korea-ASEAN initiatives against a rubric, from cited evidence, and say how sure the score is.",
        "한-아세안 협력 구상을 루브릭과 인용 근거로 평가하고, 점수가 얼마나 확실한지 보여 준다.",
    ),
    "command.evaluate": (
        "Print scorecards: what is the score, why, how sure, what next. Without arguments: nsp, kasi and think-tank.",
        "평가표를 출력한다: 점수, 이유, 확실성, 다음 과제. 인수가 없으면 nsp, kasi, think-tank를 평가한다.",
    ),
    "command.compare": (
        "Set two or more initiatives side by side: differences, common criteria, dominance, and what is uncertain.",
        "둘 이상의 평가 대상을 나란히 놓고 차이, 공통 기준, 우위 관계와 불확실한 점을 보여 준다.",
    ),
    "command.diff": (
        "Say what moved between two dossiers or saved results: the score and what its change is due to, criterion by criterion, and the evidence.",
        "두 평가 문서나 저장된 결과 사이에 달라진 점을 보여 준다: 점수와 그 변화의 요인, 기준별 변화, 근거의 변화.",
    ),
    "command.trend": (
        "Follow one initiative through dossiers or saved results of several dates: score, bounds, band and coverage, by group.",
        "여러 시점의 평가 문서나 저장된 결과로 한 평가 대상의 추이를 보여 준다: 점수, 범위, 등급, 평정 비율과 그룹별 변화.",
    ),
    "command.report": (
        "Write one file to open, print, question and weigh again: a page, a workbook or a brief. With -r alone: the rubric as a page.",
        "열어 보고, 인쇄하고, 따져 묻고, 비중을 바꿔 볼 수 있는 파일 하나를 쓴다: 웹 페이지, 통합 문서 또는 요약 문서. -r만 주면 루브릭을 페이지로 쓴다.",
    ),
    "command.verify": (
        "Recompute a saved result from its rubric and dossier. Exit code 0 where it is the same, 1 where it differs, 2 where it cannot say.",
        "저장된 결과를 루브릭과 평가 문서로 다시 계산해 확인한다. 종료 코드: 같으면 0, 다르면 1, 확인할 수 없으면 2.",
    ),
    "command.gate": (
        "Hold initiatives against thresholds: exit code 0 where all pass, 1 where one does not, 2 where it cannot say.",
        "평가 대상이 요구 수준에 이르는지 심사한다. 종료 코드: 모두 통과 0, 하나라도 미통과 1, 판정 불가 2.",
    ),
    "command.explain": (
        "Defend a score: rule, evidence for and against, points contributed and lost, and why the band is the band.",
        "점수의 이유를 설명한다: 적용 규칙, 긍정·부정 근거, 기여 점수와 손실, 등급의 이유.",
    ),
    "command.robust": (
        "Say how far scores and their order survive other weights, other readings of the evidence and another aggregation. Without arguments: nsp, kasi and think-tank.",
        "가중치, 근거의 해석, 합산 방법이 달라져도 점수와 순위가 유지되는지 보여 준다. 인수가 없으면 nsp, kasi, think-tank를 평가한다.",
    ),
    "option.interval": (
        "Simulate other weights and readings of the evidence: 5-95 % interval of the score and chances of its bands.",
        "다른 비중과 근거 해석을 모의하여 점수의 5-95% 구간과 등급별 확률을 보인다.",
    ),
    "option.report_robust": (
        "Add how far scores and order survive other weights and readings of the evidence.",
        "다른 비중과 근거 해석에도 점수와 순위가 유지되는지를 더한다.",
    ),
    "option.report_format": (
        "html, xlsx, md, json or csv. Default: what the ending of -o says, else html.",
        "html, xlsx, md, json 또는 csv. 기본값: -o의 확장자, 없으면 html.",
    ),
    "option.vary": (
        "What to vary; may be repeated: weights (or weights=uniform, weights=dirichlet:4, weights=20%), levels, aggregation (or aggregation=stated,geometric,minimum). Default: weights and levels.",
        "변화시킬 것. 여러 번 쓸 수 있다: weights(또는 weights=uniform, weights=dirichlet:4, weights=20%), levels, aggregation(또는 aggregation=stated,geometric,minimum). 기본값: weights와 levels.",
    ),
    "option.draws": ("How many draws to make.", "추출 횟수."),
    "option.seed": (
        "The number that the draws start from: the same seed gives the same figures.",
        "추출의 시드. 시드가 같으면 결과도 같다.",
    ),
    "option.constraint": (
        "What the weights drawn must satisfy, among siblings: 'needs >= 2*demand', 'a >= b >= c', 'trust <= 40%'. May be repeated.",
        "추출되는 가중치의 조건(형제 항목 사이): 'needs >= 2*demand', 'a >= b >= c', 'trust <= 40%'. 여러 번 쓸 수 있다.",
    ),
    "option.exact": (
        "Add what holds whatever the weights, exactly.",
        "가중치와 무관하게 성립하는 결과를 정확히 계산해 덧붙인다.",
    ),
    "option.tipping": (
        "Add the smallest change of a weight, of all weights and of a rating that turns the order of each pair.",
        "두 대상의 순위를 뒤집는 가장 작은 가중치·전체 가중치·평정의 변화를 덧붙인다.",
    ),
    "option.sensitivity": (
        "Add what moves scores and order: Sobol indices, a tornado, and each criterion left out in turn.",
        "점수와 순위를 움직이는 요인을 덧붙인다: 소볼 지수, 토네이도, 기준을 하나씩 뺀 결과.",
    ),
    "option.sweep": (
        "Add the scores while one node's share among its siblings goes from 0 to 100 %; brings --sensitivity. May be repeated.",
        "한 항목의 비중을 형제 항목 가운데 0~100 %로 바꾸어 가며 점수를 덧붙인다(--sensitivity 포함). 여러 번 쓸 수 있다.",
    ),
    "command.gaps": (
        "List what is not rated, disputed or a range, by how far it can move score and band, with evidence to look for.",
        "미평정, 이견, 범위 평정을 점수와 등급을 움직이는 크기순으로 나열하고 찾아볼 근거를 제시한다.",
    ),
    "command.improve": (
        "Find the cheapest level rises that reach a band or score, proved cheapest. Exit code 0 where there is a plan or none is needed, 1 where it is impossible, 2 where it cannot say.",
        "등급이나 점수에 도달하는 가장 싼 단계 상향을 찾고 그보다 싼 방안이 없음을 증명한다. 종료 코드: 방안이 있거나 이미 도달했으면 0, 불가능하면 1, 답할 수 없으면 2.",
    ),
    "command.whatif": (
        "Show score, band and coverage before and after some changes, together and each alone, without touching a file.",
        "평정이나 가중치 등을 바꾸면 점수, 등급, 평정 비율이 어떻게 달라지는지 한꺼번에, 또 하나씩 보여 준다. 파일은 바꾸지 않는다.",
    ),
    "command.raters": (
        "Several raters of one initiative: make one dossier of theirs, or see how far they agree.",
        "한 평가 대상을 여럿이 평정했을 때 평가 문서를 하나로 병합하거나 얼마나 일치하는지 본다.",
    ),
    "command.raters-merge": (
        "Make one dossier of several raters': the median of each criterion, with every rater's level and rationale kept.",
        "여러 평정자의 평가 문서를 하나로 병합한다: 기준마다 중앙값을 쓰고 평정자별 단계와 이유를 모두 남긴다.",
    ),
    "command.raters-agree": (
        "Say how far raters agree, by exact and near agreement and Krippendorff's alpha, and where they are two levels apart, with their rationales side by side.",
        "평정자들이 얼마나 일치하는지 완전 일치, 1단계 이내 일치, 크리펜도르프 알파로 보이고, 2단계 이상 차이 나는 기준의 평정 이유를 나란히 보여 준다.",
    ),
    "command.evidence": (
        "What the ratings rest on: evidence by kind of source, where it disagrees, and the sources for Zotero.",
        "평정의 근거를 살핀다: 출처 종류별 근거, 상충하는 근거, Zotero로 가져갈 출처.",
    ),
    "command.evidence-matrix": (
        "Show for each criterion its evidence by kind of source, independence, age, and the rubric's evidence rules that it meets.",
        "기준마다 근거를 출처 종류, 독립성, 시점, 충족하는 근거 요건별로 보여 준다.",
    ),
    "command.evidence-conflicts": (
        "Show where evidence, readings, values or raters disagree, with both sides side by side.",
        "근거, 해석, 값, 평정자가 엇갈리는 기준을 찾아 양쪽을 나란히 보여 준다.",
    ),
    "command.evidence-export": (
        "Write the sources of one or more dossiers, each once, as CSL-JSON for Zotero or as CSV.",
        "한 개 이상의 평가 문서에 실린 출처를 한 번씩만 모아 Zotero용 CSL-JSON이나 CSV로 쓴다.",
    ),
    "option.export_initiatives": (
        "Bundled ids, files or folders of dossiers. - is standard input.",
        "기본 제공 id, 평가 문서 파일이나 폴더. -는 표준 입력.",
    ),
    "option.export_format": (
        "csl-json or csv. Default: what the ending of -o says, else csl-json.",
        "csl-json 또는 csv. 기본값: -o의 확장자, 없으면 csl-json.",
    ),
    "option.export_force": ("Replace the file of -o where it exists.", "-o의 파일이 있으면 바꾼다."),
    "command.completion": (
        "Print the script that lets bash, zsh or fish complete commands, options, ids and criteria.",
        "bash, zsh, fish에서 명령, 옵션, id, 기준을 자동 완성하는 스크립트를 출력한다.",
    ),
    "option.shell": ("bash, zsh or fish.", "bash, zsh, fish."),
    "usage.complete_bash": (
        'Completion for bash. In ~/.bashrc:  eval "$(kasean-score completion bash)"',
        'bash 자동 완성. ~/.bashrc에 다음을 넣는다:  eval "$(kasean-score completion bash)"',
    ),
    "usage.complete_zsh": (
        'Completion for zsh. In ~/.zshrc, behind compinit:  eval "$(kasean-score completion zsh)"',
        'zsh 자동 완성. ~/.zshrc의 compinit 뒤에 다음을 넣는다:  eval "$(kasean-score completion zsh)"',
    ),
    "usage.complete_fish": (
        "Completion for fish:  kasean-score completion fish > ~/.config/fish/completions/kasean-score.fish",
        "fish 자동 완성:  kasean-score completion fish > ~/.config/fish/completions/kasean-score.fish",
    ),
    "option.rater_files": (
        "A dossier of each rater, all of one initiative; or a single merged one. - is standard input.",
        "평정자마다 하나씩인 같은 평가 대상의 평가 문서, 또는 병합된 문서 하나. -는 표준 입력.",
    ),
    "option.raters_rubric": (
        "Rubric by id or file; may be repeated. Default: the bundled rubrics that the raters rated on.",
        "루브릭의 id 또는 파일. 여러 번 쓸 수 있다. 기본값: 평정자들이 쓴 기본 제공 루브릭.",
    ),
    "option.metric": (
        "How alpha weighs differences: ordinal (default), nominal, interval, ratio, or all of them.",
        "알파에서 차이를 재는 척도: ordinal(기본값), nominal, interval, ratio, 또는 all.",
    ),
    "option.to": (
        "The goal: a band by its id (its score, its coverage, its limits) or a score from 0 to 100.",
        "목표: 등급의 id(점수, 평정 비율, 제한 모두 충족) 또는 0~100의 점수.",
    ),
    "option.cost": (
        "What one level of a criterion costs, in place of 1: needs=3; may be repeated, and goes before --costs.",
        "기준의 한 단계 비용(기본 1): needs=3. 여러 번 쓸 수 있으며 --costs보다 우선한다.",
    ),
    "option.costs": (
        "YAML file of such costs: one address: cost a line.",
        "그런 비용을 적은 YAML 파일. 한 줄에 주소: 비용 하나씩 쓴다.",
    ),
    "option.fix": (
        "Hold a criterion, or all of a group, as it is; may be repeated.",
        "기준이나 그룹 전체를 그대로 둔다. 여러 번 쓸 수 있다.",
    ),
    "option.most": (
        "List at most N of the equally cheap plans. Default: 10.",
        "비용이 같은 방안을 N개까지 나열한다. 기본값: 10.",
    ),
    "option.changes": (
        "needs=3, needs=1-2, needs=not_rated, weight:needs=3, weights=equal, aggregate=geometric, min_coverage=0.5.",
        "needs=3, needs=1-2, needs=not_rated, weight:needs=3, weights=equal, aggregate=geometric, min_coverage=0.5.",
    ),
    "command.new": (
        "Write a new dossier or rubric, ready to be filled in and valid as it stands.",
        "새 평가 문서나 루브릭을 만든다. 바로 채워 쓸 수 있고 그대로도 유효한 파일이다.",
    ),
    "command.new-initiative": (
        "Write a dossier with every criterion's question, levels and evidence to look for above its rating, all of them not rated yet.",
        "기준마다 질문, 단계별 서술, 찾아볼 근거를 적은 미평정 상태의 평가 문서를 만든다.",
    ),
    "command.new-rubric": (
        "Write a small rubric to be filled in or, with --from, one that changes another.",
        "채워 쓸 작은 루브릭을 만든다. --from을 쓰면 다른 루브릭을 고친 루브릭을 만든다.",
    ),
    "command.rate": (
        "Rate a dossier in a conversation: question and levels of each criterion in turn, every answer saved at once, the score at every step.",
        "기준마다 질문과 단계를 보며 대화식으로 평정한다. 답할 때마다 저장하고 점수를 보여 준다.",
    ),
    "option.new_id": (
        "Its name for machines: letters, digits, _, - and dots. The file is ID.yaml.",
        "기계가 쓰는 이름: 영문자, 숫자, _, -, 점. 파일은 ID.yaml이 된다.",
    ),
    "option.new_name": ("Its name or title. Default: the id.", "이름 또는 제목. 기본값: id."),
    "option.new_rubric": (
        "Rubric to be rated on, by id or file; may be repeated. Default: the two lenses, reset-plan and three-pillars.",
        "평정에 쓸 루브릭의 id 또는 파일. 여러 번 쓸 수 있다. 기본값: reset-plan과 three-pillars.",
    ),
    "option.new_type": (
        "What sort of initiative it is; criteria that are not asked of it are left out.",
        "평가 대상의 유형. 그 유형에 묻지 않는 기준은 뺀다.",
    ),
    "option.new_stage": (
        "How far it has come; criteria that are not asked of it are left out.",
        "추진 단계. 그 단계에 묻지 않는 기준은 뺀다.",
    ),
    "option.new_from": (
        "Change this rubric, by id or file: the new one extends it.",
        "이 루브릭(id 또는 파일)을 고친다. 새 루브릭은 이를 extends로 물려받는다.",
    ),
    "option.new_output": (
        "Write to this file, or to standard output with -. Default: ID.yaml.",
        "이 파일에 쓴다. -는 표준 출력. 기본값: ID.yaml.",
    ),
    "option.bib": (
        "Take the sources from a CSL-JSON file, as Zotero exports it.",
        "Zotero가 내보내는 CSL-JSON 파일에서 출처를 가져온다.",
    ),
    "option.force": ("Write over a file that exists.", "이미 있는 파일을 덮어쓴다."),
    "option.rate_file": ("The dossier: a YAML or JSON file of your own.", "평가 문서: 자신의 YAML 또는 JSON 파일."),
    "option.rate_rubric": (
        "Rubric by id or file. Default: what the dossier is rated on, else one is asked for.",
        "루브릭의 id 또는 파일. 기본값: 평가 문서에 적힌 루브릭, 없으면 물어본다.",
    ),
    "command.form": (
        "Write a workbook (.xlsx) or a CSV to fill in: ratings with drop-downs and a running score, evidence and sources.",
        "채워 넣을 통합 문서(.xlsx)나 CSV를 만든다: 목록에서 고르는 평정, 실시간 점수, 근거, 출처.",
    ),
    "command.import": (
        "Make a dossier of a form that was filled in.",
        "작성한 양식을 평가 문서로 만든다.",
    ),
    "option.form_rubric": (
        "Rubric by id or file; may be repeated. Default: those that the dossier is rated on, else the two lenses.",
        "루브릭의 id 또는 파일. 여러 번 쓸 수 있다. 기본값: 평가 문서가 평정된 루브릭, 없으면 두 기본 루브릭.",
    ),
    "option.form_initiative": (
        "Begin with what this dossier says: a bundled id, a file, or - for standard input.",
        "이 평가 문서의 내용으로 시작한다: 기본 제공 id, 파일 또는 표준 입력(-).",
    ),
    "option.form_output": ("The form: a .xlsx or .csv file.", "양식 파일: .xlsx 또는 .csv."),
    "option.import_form": (
        "A form that `form` made: .xlsx or .csv, or - for standard input.",
        "`form`으로 만든 양식: .xlsx나 .csv, 또는 표준 입력(-).",
    ),
    "option.import_output": (
        "The dossier to write: .yaml or .json. Default: the screen.",
        "쓸 평가 문서: .yaml 또는 .json. 기본값: 화면.",
    ),
    "option.import_rubric": (
        "File of a rubric that the form was made for, where it is not bundled; may be repeated.",
        "양식에 쓰인 루브릭이 기본 제공이 아닐 때 그 파일. 여러 번 쓸 수 있다.",
    ),
    "command.list": ("List the bundled rubrics and initiatives.", "기본 제공되는 루브릭과 평가 대상을 나열한다."),
    "command.show": (
        "Print a rubric or a dossier to read, without scoring.",
        "루브릭이나 평가 문서를 채점 없이 읽을 수 있게 출력한다.",
    ),
    "command.schema": (
        "Print the JSON Schema (draft-07) of a rubric, an initiative or a result such as scorecard.",
        "루브릭, 평가 대상, 또는 scorecard와 같은 결과의 JSON Schema(draft-07)를 출력한다.",
    ),
    "option.node": (
        "Only this criterion or group, by address; the last part serves where it is unique.",
        "이 기준이나 그룹만. 주소로 쓰며, 하나뿐이면 주소의 마지막 부분만 써도 된다.",
    ),
    "option.top_points": (
        "Only the N largest contributions and the N largest losses.",
        "가장 큰 기여 N개와 가장 큰 손실 N개만 보여 준다.",
    ),
    "option.top_gaps": ("Only the first N gaps.", "앞의 N개만 보여 준다."),
    "option.initiative": (
        "A bundled id, a file, a folder of dossiers, or - for standard input.",
        "기본 제공 id, 파일, 평가 문서 폴더 또는 표준 입력(-).",
    ),
    "option.initiatives": (
        "Bundled ids, files, folders of dossiers, JSON Lines (.jsonl), tables of ratings (.csv, with -r), or - for "
        "standard input.",
        "기본 제공 id, 파일, 평가 문서 폴더, JSON Lines(.jsonl), 평정 표(.csv, -r 필요) 또는 표준 입력(-).",
    ),
    "option.rubric": (
        "Rubric by id or file; may be repeated. Default: those of the two lenses that a dossier is rated on, or, "
        "where it is on neither, the bundled rubrics that it is rated on.",
        "루브릭의 id 또는 파일. 여러 번 쓸 수 있다. 기본값: 두 기본 루브릭 가운데 평정이 있는 것, 둘 다 없으면 "
        "평정이 있는 다른 기본 제공 루브릭.",
    ),
    "option.only": (
        "Score only this group or criterion, by address; may be repeated.",
        "주소로 지정한 그룹이나 기준만 평가한다. 여러 번 쓸 수 있다.",
    ),
    "option.weights": (
        "Use a weight set of the rubric: equal, flat, seed.",
        "루브릭의 가중치 세트를 쓴다: equal, flat, seed.",
    ),
    "option.set": (
        "Replace a rating: needs=3, needs=1-2, needs=not_rated, budget=206; may be repeated.",
        "평정을 바꾼다: needs=3, needs=1-2, needs=not_rated, budget=206. 여러 번 쓸 수 있다.",
    ),
    "option.aggregate": (
        "Mean at every node: arithmetic, geometric, harmonic, minimum, or a power such as 0.5.",
        "그룹과 전체 점수의 평균 방식: arithmetic, geometric, harmonic, minimum 또는 0.5와 같은 지수.",
    ),
    "option.min_coverage": (
        "Rated share of weight (0 to 1) needed for a band.",
        "등급을 매기는 데 필요한 평정 비율, 곧 가중치 중 평정된 몫(0~1).",
    ),
    "option.min": (
        "Least score of the whole (overall=50), or of a group or criterion (people=40); may be repeated.",
        "전체(overall=50)나 그룹·기준(people=40)의 최소 점수. 여러 번 쓸 수 있다.",
    ),
    "option.gate_coverage": (
        "Least coverage: a percentage (65, 65.5%) or a share with a decimal point (0.65).",
        "최소 평정 비율: 백분율(65, 65.5%) 또는 소수점이 있는 비율(0.65).",
    ),
    "option.band": (
        "Least band, by its id in the rubric, limits applied.",
        "최소 등급. 루브릭의 등급 id로 쓰며 제한을 적용한 등급과 비교한다.",
    ),
    "option.thresholds": (
        "Thresholds from a YAML file: min, coverage, band, on. What is typed replaces what the file says.",
        "요구 수준을 YAML 파일에서 읽는다: min, coverage, band, on. 명령줄의 값이 파일의 값에 우선한다.",
    ),
    "option.on": (
        "What is compared: the score, or (stricter) its low bound. Default: score.",
        "비교할 값: 점수(score) 또는 더 엄격한 하한(low). 기본값: score.",
    ),
    "option.jobs": (
        "Score with N processes; the output is the same. Default: 1.",
        "N개의 프로세스로 평가한다. 출력은 같다. 기본값: 1.",
    ),
    "option.view": ("Sort criteria another way: dac.", "기준을 다른 방식으로 묶어 보여 준다: dac."),
    "option.explain": (
        "Add descriptor, rationale and evidence of every criterion.",
        "기준마다 서술, 평정 이유, 근거를 더한다.",
    ),
    "option.format": (
        "table, plain, json, jsonl (one scorecard a line), csv or md. Default: what the ending of -o says, else table.",
        "table, plain, json, jsonl(한 줄에 평가표 하나), csv, md. 기본값: -o의 확장자, 없으면 table.",
    ),
    "option.sheet_format": ("table, plain, json, csv or md.", "table, plain, json, csv, md."),
    "option.common": (
        "Compare on the criteria that are rated in all, and on nothing else.",
        "모든 평가 대상에 평정이 있는 기준만으로 비교한다.",
    ),
    "option.bom": (
        "Begin CSV with a byte order mark, for Excel.",
        "CSV 앞에 바이트 순서 표시를 붙인다(Excel용).",
    ),
    "option.show_format": ("table, plain, md or json.", "table, plain, md, json."),
    "option.output": ("Write to a file and not to the screen.", "화면 대신 파일에 쓴다."),
    "option.lang": (
        "en or ko. Default: KASEAN_SCORE_LANG, else en.",
        "en 또는 ko. 기본값: KASEAN_SCORE_LANG, 없으면 en.",
    ),
    "option.old": (
        "What was: a bundled id, a dossier, a result of `evaluate -f json`, or - for standard input.",
        "이전: 기본 제공 id, 평가 문서, `evaluate -f json`의 결과 또는 표준 입력(-).",
    ),
    "option.new": ("What is, given in the same ways.", "이후: 같은 방식으로 지정한다."),
    "option.old_rubric": (
        "Rubric of the old dossier, where it was rated on another version; may be repeated.",
        "이전 평가 문서에 다른 버전의 루브릭을 적용할 때 쓴다. 여러 번 쓸 수 있다.",
    ),
    "option.result_initiative": (
        "Of a saved result of several initiatives, take this one.",
        "저장된 결과에 평가 대상이 여럿이면 이 id의 것을 쓴다.",
    ),
    "option.states": (
        "Dossiers or results of `evaluate -f json`, of one initiative at several dates.",
        "한 평가 대상의 여러 시점 평가 문서 또는 `evaluate -f json`의 결과.",
    ),
    "option.result": (
        "A result of `evaluate -f json` or `-f jsonl`, or - for standard input.",
        "`evaluate -f json`이나 `-f jsonl`의 결과 또는 표준 입력(-).",
    ),
    "option.verify_rubric": (
        "File of the rubric, where it is not bundled or another version is meant; may be repeated.",
        "기본 제공이 아니거나 다른 버전인 루브릭의 파일. 여러 번 쓸 수 있다.",
    ),
    "option.verify_initiative": (
        "File of the initiative, where it is not bundled or another version is meant; may be repeated.",
        "기본 제공이 아니거나 다른 버전인 평가 문서의 파일. 여러 번 쓸 수 있다.",
    ),
    "command.check": (
        "Find every fault of rubrics, dossiers, tables of ratings and forms, and what is odd about them, each with its place and remedy. Exit code 0 without faults, 1 with any, 2 where something could not be read.",
        "루브릭, 평가 문서, 평정표, 평가 양식의 모든 오류와 이상한 점을 위치와 고치는 방법과 함께 보여 준다. 종료 코드: 오류 없음 0, 있음 1, 읽을 수 없음 2.",
    ),
    "option.checked": (
        "Files (.yaml, .json, .jsonl, .csv, .xlsx), folders (every rubric and dossier in them), bundled ids, or - for standard input.",
        "파일(.yaml, .json, .jsonl, .csv, .xlsx), 폴더(그 안의 모든 루브릭과 평가 문서), 기본 제공 id, 또는 표준 입력(-).",
    ),
    "option.check_rubric": (
        "Rubric of a table of ratings, or one that is not bundled and not among the files; may be repeated.",
        "평정표의 루브릭, 또는 기본 제공도 아니고 파일에도 없는 루브릭. 여러 번 쓸 수 있다.",
    ),
    "option.check_format": (
        "full (the line and a caret below), concise (one line each), json, csv, or github (annotations of a pull request). Default: full, or what the ending of -o asks for.",
        "full(해당 행과 표시), concise(한 줄씩), json, csv, github(풀 리퀘스트 주석). 기본값: full, 또는 -o 파일의 확장자에 따른 형식.",
    ),
    "option.strict": (
        "Take breaches of the rubric's evidence rules, and what --max-age finds, for faults.",
        "루브릭의 근거 규칙 위반과 --max-age로 찾은 것을 오류로 본다.",
    ),
    "option.max_age": (
        "Warn of sources older than this before the date of the ratings (as_of, never today), and of undated ones: 3y, 18m, 90d.",
        "평정 기준일(오늘이 아니라 as_of)보다 이만큼 넘게 오래된 출처와 날짜 없는 출처를 알린다: 3y, 18m, 90d.",
    ),
    "option.check_bib": (
        "Hold the sources against a bibliography in CSL-JSON, as Zotero exports it.",
        "출처를 CSL-JSON 참고문헌 목록(Zotero 내보내기)과 대조한다.",
    ),
    "option.name": ("A bundled id or a file.", "기본 제공 id 또는 파일."),
    "option.schema_name": (
        "rubric, initiative, thresholds, costs, or a result: scorecard, comparison, explanation, gaps ...; a wrong name lists all.",
        "rubric, initiative, thresholds, costs 또는 결과: scorecard, comparison, explanation, gaps 등. 틀린 이름을 쓰면 모두 나열한다.",
    ),
    "option.version": ("Print the version.", "버전을 출력한다."),
    "option.help": ("Show this message.", "이 도움말을 출력한다."),
    "usage.usage": ("Usage: {line}", "사용법: {line}"),
    "usage.commands": ("Commands", "명령"),
    "usage.options": ("Options", "옵션"),
    "usage.arguments": ("Arguments", "인수"),
    "usage.examples": ("Examples", "예"),
    "usage.see": ("`{command} --help` says more.", "자세한 내용은 `{command} --help`로 볼 수 있습니다."),
    "usage.no_option": ('no option "{name}"', '"{name}" 옵션이 없습니다'),
    "usage.no_command": ('no command "{name}"', '"{name}" 명령이 없습니다'),
    "usage.allowed": ("allowed: {allowed}", "쓸 수 있는 값: {allowed}"),
    "usage.meant": (
        'did you mean "{meant}"? Allowed: {allowed}',
        '"{meant}"을(를) 쓰려고 하셨습니까? 쓸 수 있는 값: {allowed}',
    ),
    "usage.needs_value": ('"{name}" needs a value', '"{name}"에 값이 필요합니다'),
    "usage.missing": ('"{name}" is missing', '"{name}"이(가) 빠졌습니다'),
    "usage.bad_value": ("{name} does not take this value", "{name}에 쓸 수 없는 값입니다"),
}
