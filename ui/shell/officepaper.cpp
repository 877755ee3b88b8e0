// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of the office puts on paper, and into files like it.
#include "core/services/answer.h"
#include "ui/admin/settingswindow.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/print/anchorsheet.h"
#include "ui/print/formsheet.h"
#include "ui/shell/officepage.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QFileInfo>
#include <QPainter>
#include <QPrinter>

namespace kessai {

namespace {

/// What a printed case is called; a draft has no number yet.
QString paperName(const CaseRecord &record)
{
    return record.number.isEmpty() ? record.title : record.number;
}

} // namespace

void OfficePage::print(const CaseView &view)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(paperName(view.record));
    if (!dialogs().askPrinter(this, *printer))
        return;
    onPool([printer, copy = std::make_shared<const CaseView>(view)] {
        QPainter painter(printer.get());
        if (!painter.isActive())
            return false;
        FormSheet(*copy, englishWording()).paint(painter, *printer);
        return painter.end();
    }).then(this, [this](bool printed) {
        m_done->say(printed ? tr("Sent to the printer.") : tr("The printer did not answer."));
    });
}

void OfficePage::savePdf(const CaseView &view)
{
    const QString path = dialogs().askSavePath(this, tr("Save as PDF"), paperName(view.record) + QLatin1String(".pdf"));
    if (path.isEmpty())
        return;
    onPool([copy = std::make_shared<const CaseView>(view), path] {
        return saveFormPdf(*copy, path, englishWording());
    }).then(this, [this, path](const Result<> &saved) {
        m_done->say(saved ? tr("Saved as %1").arg(path) : errorText(saved.error()).both());
    });
}

void OfficePage::saveAnchor()
{
    const QStringList chosen =
        dialogs().askOpenPaths(this, tr("The anchor's file"), tr("Anchors (%1)").arg(QStringLiteral("*.json")));
    if (chosen.isEmpty())
        return;
    const QString file = chosen.constFirst();
    const QString path =
        dialogs().askSavePath(this, tr("Save as PDF"), QFileInfo(file).completeBaseName() + QLatin1String(".pdf"));
    if (path.isEmpty())
        return;
    onPool([file, path] { return saveAnchorPdf(file, path); }).then(this, [this, path](const Result<> &saved) {
        m_done->say(saved ? tr("Saved as %1").arg(path) : errorText(saved.error()).both());
    });
}

/// The settings stand in a window of their own; what is being written there stays while it is closed.
void OfficePage::openSettings()
{
    if (!m_settings)
        m_settings = new SettingsWindow(m_session, this);
    m_settings->open();
}

void OfficePage::openOrganisation()
{
    openSettings();
    m_settings->goTo(QStringLiteral("organisation"));
}

} // namespace kessai
