// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/cases/form.h"
#include "core/ports/officestore.h"

namespace kessai {

class Notary;

// What everybody in the sample office does who files something, however they came to it.

/// Names a file and its parts.
Attachment describePaper(const QString &name, const QByteArray &bytes);
/// Uploads it, unless it is there.
Result<> uploadPaper(Notary &notary, const Attachment &paper, const QByteArray &bytes);
/// What filing a content on a day would ask for; none where no route leads to a decision.
std::optional<Submit> submissionOf(const Content &content, int revision, const Form &form, StaffId drafter,
                                   const QDate &day, const Office &office, const Configuration &configuration);
/// Does something to a case, as the engine and the notary let the actor; `request` tells it from every other act.
Result<Case> recordAct(Notary &notary, Case file, const Command &command, StaffId actor, const Office &office,
                       const QString &request);

} // namespace kessai
