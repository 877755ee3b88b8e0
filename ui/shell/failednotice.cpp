// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/failednotice.h"

#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QVBoxLayout>

namespace kessai {

namespace {

/// What failed by its days, and what will never be in force because nobody can read it.
QString textOf(const std::vector<PreparedChange> &changes)
{
    QStringList days;
    int unreadable = 0;
    for (const PreparedChange &one : changes) {
        if (!one.change.from.isValid())
            ++unreadable;
        else if (const QString day = preparedDay(one); !days.contains(day))
            days.append(day);
    }
    QStringList sentences;
    if (const int failed = int(changes.size()) - unreadable; failed > 0)
        sentences += FailedNotice::tr("%n change(s) of the organisation, prepared for %1, could not be put in force.",
                                      nullptr, failed)
                         .arg(days.join(FailedNotice::tr(", ", "between days")));
    if (unreadable > 0)
        sentences += FailedNotice::tr("%n prepared change(s) of the organisation cannot be read, and is not used.",
                                      nullptr, unreadable);
    return sentences.join(englishWording() ? QStringLiteral(" ") : QString());
}

} // namespace

FailedNotice::FailedNotice(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new QuietBanner(this))
{
    setObjectName(QStringLiteral("failedNotice"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_banner);
    m_banner->hide();
    hide();
    connect(m_banner, &QuietBanner::actionTriggered, this, &FailedNotice::lookRequested);
    connect(m_banner, &QuietBanner::closed, this, &QWidget::hide);
    connect(&m_session, &DeskSession::infoChanged, this, &FailedNotice::ask);
    ask();
}

/// Whatever ends a change, in force or failed, makes the configuration another one.
void FailedNotice::ask()
{
    if (!m_session.info().rights.administrator) {
        m_asked = -1; // for when the right comes back
        hide();
        return;
    }
    if (m_asked == m_session.info().configuration)
        return;
    m_asked = m_session.info().configuration;
    m_session.desk()
        .ask([](Desk &desk) { return desk.failedChanges(); })
        .then(this, [this](const Result<std::vector<PreparedChange>> &failed) {
            if (!failed) {
                m_asked = -1;
                return;
            }
            setVisible(!failed->empty());
            if (failed->empty())
                m_banner->clear();
            else
                m_banner->say(BannerKind::Error, textOf(*failed), tr("See to it in the settings"));
        });
}

} // namespace kessai
