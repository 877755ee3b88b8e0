// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/caseexport.h"

#include "ui/caseword.h"
#include "ui/shell/desksession.h"
#include "ui/wording.h"

#include <QHash>

#include <utility>

namespace kessai {

namespace {

constexpr int kPage = 1'000;

} // namespace

Sheet caseSheet(const QString &title, const std::vector<CaseRow> &rows, const DeskInfo &info)
{
    QHash<QString, QString> forms;
    for (const FormDefinition &form : info.forms)
        forms.insert(form.code, form.name.text(englishWording()));
    Sheet sheet{title,
                {{CaseExport::tr("State"), 10},
                 {CaseExport::tr("Number"), 13},
                 {CaseExport::tr("Kind"), 18},
                 {CaseExport::tr("Subject"), 48},
                 {CaseExport::tr("Filed by"), 14},
                 {CaseExport::tr("Section"), 20},
                 {CaseExport::tr("Amount"), 13},
                 {CaseExport::tr("Filed on"), 12},
                 {CaseExport::tr("Changed on"), 12},
                 {CaseExport::tr("Now with"), 20},
                 {CaseExport::tr("Due"), 12},
                 {CaseExport::tr("Cancelled by"), 13}},
                {}};
    const auto dayOf = [](const std::optional<Instant> &at) { return at ? Sheet::Cell(at->day()) : Sheet::Cell(); };
    for (const CaseRow &row : rows) {
        sheet.rows.push_back({stateWord(row), row.number, forms.value(row.form, row.form), row.title, row.drafterName,
                              row.drafterSection, row.amount ? Sheet::Cell(Yen(*row.amount)) : Sheet::Cell(),
                              dayOf(row.submittedAt), dayOf(row.changedAt), row.nowWith,
                              row.due ? Sheet::Cell(*row.due) : Sheet::Cell(), row.cancelledBy});
    }
    return sheet;
}

struct CaseExport::Reading {
    ListQuery query;
    QString title;
    std::function<void(Sheet)> then;
    std::vector<CaseRow> rows;
};

CaseExport::CaseExport(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void CaseExport::read(const ListQuery &query, const QString &title, std::function<void(Sheet)> then)
{
    auto reading = std::make_shared<Reading>(Reading{query, title, std::move(then), {}});
    reading->query.after.reset();
    reading->query.limit = kPage;
    next(std::move(reading));
}

void CaseExport::next(std::shared_ptr<Reading> reading)
{
    m_session.desk()
        .ask([query = reading->query](Desk &desk) { return desk.list(query); })
        .then(this, [this, reading](const Result<ListPage> &page) {
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            reading->rows.insert(reading->rows.end(), page->rows.begin(), page->rows.end());
            reading->query.after = page->next;
            if (page->next && reading->rows.size() < kMostRows) {
                next(reading);
                return;
            }
            Sheet sheet = caseSheet(reading->title, reading->rows, m_session.info());
            sheet.cut = page->next.has_value();
            reading->then(std::move(sheet));
        });
}

} // namespace kessai
