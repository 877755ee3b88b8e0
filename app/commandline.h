// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/language.h"
#include "core/base/result.h"

#include <QStringList>

namespace kessai {

/// What `kessai` was started with.
struct CommandLine final {
    enum class Wish { Run, Help, Version };
    Wish wish = Wish::Run;
    QString office; ///< "sqlite:..." or "postgresql://..."; empty = not said
    QString login;
    std::optional<Language> language;

    /// Reads the arguments, the program's own name first; Invalid with one sentence for what makes no sense.
    static Result<CommandLine> parse(const QStringList &arguments);
    static QString help(const QString &program);
};

} // namespace kessai
