// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"
#include "core/services/desk.h"
#include "ui/export/sheet.h"

#include <QObject>

#include <functional>

namespace kessai {

class DeskSession;

/// A list of cases as a sheet: state, number, kind, subject, who filed it, amount, days, and where it is now.
Sheet caseSheet(const QString &title, const std::vector<CaseRow> &rows, const DeskInfo &info);

/// Reads a list to its end, page by page, however little of it has been scrolled to; not more than a spreadsheet can do with, which
/// the sheet then says.
class CaseExport final : public QObject {
    Q_OBJECT

public:
    static constexpr size_t kMostRows = 100'000;

    CaseExport(DeskSession &session, QObject *parent);
    void read(const ListQuery &query, const QString &title, std::function<void(Sheet)> then);

Q_SIGNALS:
    void failed(const kessai::Error &error);

private:
    struct Reading;
    void next(std::shared_ptr<Reading> reading);

    DeskSession &m_session;
};

} // namespace kessai
