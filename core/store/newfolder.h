// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDir>

namespace kessai {

/// A folder in the making, for nobody but whoever makes it. It is filled aside (`<path>.part`) and put in its place only by `finish`;
/// otherwise nothing is left of it.
class NewFolder final {
public:
    /// AlreadyExists where there is one, AccessDenied where it cannot be made.
    static Result<NewFolder> begin(const QString &path);
    NewFolder(NewFolder &&other) noexcept;
    NewFolder &operator=(NewFolder &&) = delete;
    ~NewFolder();

    QDir folder() const;
    Result<> finish();

private:
    explicit NewFolder(QString path) : m_path(std::move(path)) {}

    QString m_path; ///< empty once it is in its place
};

} // namespace kessai
