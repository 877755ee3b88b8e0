// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/holidaypresenter.h"

#include "core/calendar/holidayfile.h"
#include "core/services/answer.h"
#include "ui/shell/desksession.h"

#include <QFile>

namespace kessai {

namespace {

/// A file as far as it can be one.
Result<ImportHolidays, HolidayFileProblem> readFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(HolidayFileProblem{
            0,
            {QStringLiteral("ファイルを開けません（%1）。別の場所に置いて選び直してください。").arg(file.errorString()),
             QStringLiteral("The file cannot be opened (%1). Put it elsewhere and choose it again.")
                 .arg(file.errorString())}});
    return readHolidayFile(file.read(kMostHolidayFileBytes + 1));
}

} // namespace

HolidayPresenter::HolidayPresenter(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void HolidayPresenter::read()
{
    m_session.desk()
        .ask([](Desk &desk) { return desk.holidays(); })
        .then(this, [this](const Result<Holidays> &holidays) {
            if (holidays)
                Q_EMIT holidaysRead(*holidays);
            else
                Q_EMIT readFailed(holidays.error());
        });
}

void HolidayPresenter::readFile(const QString &path)
{
    const int chosen = ++m_files;
    onPool([path] {
        return readFrom(path);
    }).then(this, [this, chosen](const Result<ImportHolidays, HolidayFileProblem> &list) {
        if (chosen != m_files)
            return;
        if (!list) {
            Q_EMIT fileRefused(list.error().text);
            return;
        }
        m_session.desk()
            .ask([list = *list](Desk &desk) { return desk.previewImport(list); })
            .then(this, [this, chosen](const Result<ImportPreview> &preview) {
                if (chosen != m_files)
                    return;
                if (preview)
                    Q_EMIT previewRead(*preview);
                else
                    Q_EMIT readFailed(preview.error());
            });
    });
}

void HolidayPresenter::change(const HolidayChange &change, const QString &done)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.desk()
        .run([change](Desk &desk) { return desk.changeHolidays(change); })
        .then(this, [this, done](const Result<> &changed) {
            setBusy(false);
            if (changed)
                Q_EMIT this->changed(done);
            else
                Q_EMIT changeFailed(changed.error());
            m_session.refresh(); // deadlines count other days now
        });
}

void HolidayPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace kessai
