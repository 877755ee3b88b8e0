// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "core/services/caseview.h"

#include <QString>

namespace kessai {

// The words of product.md for codes, in the user's language: the one place where the window, the print and screen readers
// take them from.

QString stateWord(CaseState state);
QString kindWord(StepKind kind);
/// What is asked of somebody in whose place it may be decided: 代決.
QString actingWord();
/// That a case was decided and what was ordered is being examined: 命令済・審査中.
QString orderedWord();
/// The state of a case, or that what was ordered is being examined.
QString stateWord(const Case &c);
/// The state of a row, or that what was ordered is being examined, or that a later decision took it back.
QString stateWord(const CaseRow &row);
/// What the reader does to the case when they agree to it: what the form calls it, else the kind of step.
QString approveWord(const CaseView &view);
/// What agreeing and deciding by one press is called: 合議・決裁する, 合議・命令する.
QString bothWord(const CaseView &view);
/// What takes the place of rejecting this content; see FormDefinition.
std::optional<ReturnReason> insteadOfRejecting(const CaseView &view);
/// Whether it is too late for it: then nobody turns the case down at all, they only send it back.
bool tooLate(const ReturnReason &reason, const CaseView &view);
/// That a case takes back what another decided.
QString cancellationWord();
/// What is asked of somebody who was passed over: 後閲.
QString afterwardsWord();
/// What a stamp says was done: 承認, 決裁, 確認, 差戻し, ... depending on the step's kind.
QString actWord(Mark mark, StepKind kind);
/// How the history names an event: "approved", "returned", ...
QString eventWord(const HistoryLine &line);
/// Who returned or rejected a case last and why, where that is how it stands; empty otherwise.
QString verdictText(const CaseView &view);
/// Who reminds the reader of a case that waits for them and has not gone on since; empty where nobody does.
QString reminderText(const CaseView &view);
/// Which case this one cancels and why, or which one cancels it (取消).
QString cancellationText(const CaseView &view);
/// What stands where the reader may not read what is confidential.
QString concealedText();
/// "2 days late"; empty for what is not late.
QString lateText(const CaseRow &row, const QDate &today);
/// Why resolution changed a step: "X holds no staff now, so the superior is asked".
QString noteText(RouteNoteKind kind, const QString &post, const QString &to = {});
/// The subject of a case as a row says it: the row names the form already, and the number of the case it rests on stands last, where nobody takes it
/// for its own.
QString subjectIn(const QString &title, const QString &form);
/// "any one of them", "all of them", "2 of them".
QString ruleWord(StepRule rule, int needed, qsizetype among);
/// "11/22 14:05" in this year, "2025/11/22" before.
QString shortTime(Instant at, const QDate &today);

} // namespace kessai
