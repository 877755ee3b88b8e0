// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/form.h"
#include "core/cases/rule.h"
#include "core/office/office.h"

#include <QHash>

namespace kessai {

/// What a rights question about the whole office may ask of a member of staff.
struct Rights final {
    bool administrator = false;
    bool auditor = false;
    friend bool operator==(const Rights &, const Rights &) = default;
};

/// The configuration of an office: its history of rows, its forms, rules and parameters, all revisions.
struct Configuration final {
    QString officeName;           ///< "見本市役所"
    QHash<QString, QString> info; ///< what else the office says of itself, by key ("suggested_signins")
    OfficeHistory office;
    std::vector<FormDefinition> forms;
    std::vector<RouteRule> rules;
    Parameters parameters;

    /// The definition of a form in a revision, or the newest in force on a day.
    const FormDefinition *form(const QString &code, int revision) const;
    const FormDefinition *formOn(const QString &code, const QDate &day) const;
    const RouteRule *rule(const QString &form, int revision) const;
    const RouteRule *ruleOn(const QString &form, const QDate &day) const;
};

/// Reads and writes the office's configuration, and who the reader is.
class OfficeStore {
public:
    virtual ~OfficeStore() = default;
    virtual Result<Configuration> configuration() = 0;
    /// Who is signed in: on PostgreSQL by the login role, on SQLite by the choice at sign-in.
    virtual Result<StaffId> me() = 0;
    virtual Result<Rights> rights() = 0;
};

} // namespace kessai
