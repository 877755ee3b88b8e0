// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/draftbar.h"

#include "ui/admin/revisiondraft.h"
#include "ui/dialogs.h"
#include "ui/errortext.h"
#include "ui/export/exportbutton.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/quietbanner.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr size_t kFileProblemsShown = 4;

} // namespace

DraftBar::DraftBar(RevisionDraft &draft, QDate today, const Names &names, std::function<Sheet()> sheet, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_today(today), m_fileQuestion(names.fileQuestion),
      m_revisions(new QComboBox(this)), m_undo(iconButton("arrow-back-up", tr("Undo (Ctrl+Z)"), "undo", this)),
      m_redo(iconButton("arrow-forward-up", tr("Redo (Ctrl+Y)"), "redo", this)),
      m_file(pageButton(tr("From a file…"), "chooseFile", this)),
      m_export(new ExportButton([file = names.file] { return file; },
                                [sheet = std::move(sheet)](const std::function<void(Sheet)> &then) { then(sheet()); },
                                this)),
      m_edit(pageButton(tr("Write the next revision (&E)"), "write", this)),
      m_giveUp(pageButton(tr("Give the draft up"), "giveUp", this))
{
    const std::initializer_list<QWidget *> named{m_undo, m_redo, m_edit, m_giveUp};
    for (QWidget *one : named)
        one->setObjectName(QString(one->objectName() + names.part));
    m_file->setObjectName(QString(QStringLiteral("choose") + names.part + QStringLiteral("File")));
    m_revisions->setObjectName(QString(names.part.toLower() + QStringLiteral("Revision")));
    m_revisions->setAccessibleName(names.revisions);
    m_revisions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_revisions->setMinimumHeight(metric::kControlHeight);
    setButtonKind(*m_giveUp, ButtonKind::Danger);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(metric::kGap);
    const std::initializer_list<QWidget *> left{m_revisions, m_undo, m_redo, m_file};
    for (QWidget *part : left)
        line->addWidget(part);
    line->addStretch(1);
    const std::initializer_list<QWidget *> right{m_export, m_edit, m_giveUp};
    for (QWidget *part : right)
        line->addWidget(part);
    m_whileWriting = {m_undo, m_redo, m_file, m_giveUp};
    connect(m_revisions, &QComboBox::activated, this, &DraftBar::revisionChosen);
    connect(m_edit, &QPushButton::clicked, this, &DraftBar::writingRequested);
    connect(m_giveUp, &QPushButton::clicked, this, &DraftBar::giveUp);
    connect(m_file, &QPushButton::clicked, this, &DraftBar::chooseFile);
    connect(m_undo, &QToolButton::clicked, &m_draft, &RevisionDraft::undo);
    connect(m_redo, &QToolButton::clicked, &m_draft, &RevisionDraft::redo);
    connect(new QShortcut(QKeySequence::Undo, parent), &QShortcut::activated, &m_draft, &RevisionDraft::undo);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Y), parent), &QShortcut::activated, &m_draft,
            &RevisionDraft::redo);
    connect(m_export, &ExportButton::saved, this, &DraftBar::recorded);
    connect(&m_draft, &RevisionDraft::draftChanged, this, &DraftBar::showDraft);
    connect(&m_draft, &RevisionDraft::adopted, this, [this](const QDate &day) { m_adopted = day; });
    showDraft();
}

void DraftBar::setRevisions(const std::vector<QDate> &days)
{
    QDate now;
    for (const QDate &day : days) {
        if (day <= m_today)
            now = day;
    }
    const QDate adopted = std::exchange(m_adopted, {});
    const bool made = std::find(days.begin(), days.end(), adopted) != days.end(); // it is looked at, with its day
    const QDate shown = made ? adopted : m_revisions->currentIndex() < 0 ? now : this->shown();
    const QSignalBlocker quiet(m_revisions);
    m_revisions->clear();
    for (const QDate &day : days) {
        const QString text = longDay(day);
        m_revisions->addItem(day == now          ? tr("from %1 (in force)").arg(text)
                                 : day > m_today ? tr("from %1 (to come)").arg(text)
                                                 : tr("from %1").arg(text),
                             day);
    }
    const int at = m_revisions->findData(shown);
    m_revisions->setCurrentIndex(at >= 0 ? at : std::max(m_revisions->findData(now), days.empty() ? -1 : 0));
}

void DraftBar::forget()
{
    m_revisions->setCurrentIndex(-1);
}

QDate DraftBar::shown() const
{
    return m_revisions->currentData().toDate();
}

QPushButton *DraftBar::addWritingButton(const QString &text, const char *objectName)
{
    QPushButton *button = pageButton(text, objectName, this);
    auto *line = qobject_cast<QHBoxLayout *>(layout());
    line->insertWidget(line->indexOf(m_file), button);
    m_whileWriting.push_back(button);
    showDraft();
    return button;
}

void DraftBar::tellOn(QuietBanner &banner, const QString &stale)
{
    connect(&m_draft, &RevisionDraft::readFailed, &banner,
            [&banner](const Error &error) { banner.say(BannerKind::Error, errorText(error).both()); });
    connect(&m_draft, &RevisionDraft::fileRefused, &banner,
            [this, &banner](const std::vector<TableRowProblem> &problems) { tellFileProblems(banner, problems); });
    connect(&m_draft, &RevisionDraft::fileTaken, &banner, [&banner](int changes) {
        banner.say(BannerKind::Information,
                   changes > 0
                       ? tr("The file changes the draft in %n place(s). Undo takes all of it back.", nullptr, changes)
                       : tr("The file says what the draft says already."));
    });
    connect(&m_draft, &RevisionDraft::adopted, &banner, &QuietBanner::clear);
    connect(&m_draft, &RevisionDraft::adoptionFailed, &banner, [&banner, stale](const Error &error) {
        banner.say(BannerKind::Warning, error.refusal == Refusal::Stale ? stale : errorText(error).both());
    });
    connect(m_export, &ExportButton::failed, &banner,
            [&banner](const QString &why) { banner.say(BannerKind::Warning, why); });
}

void DraftBar::tellOrigin(QuietBanner &banner, const QDate &from, const QDate &newest)
{
    if (from == newest)
        banner.clear();
    else
        banner.say(
            BannerKind::Information,
            tr("The draft says what is in force from %1. A newer revision, from %2, is there already: what that one "
               "changes is not in the draft.")
                .arg(longDay(from), longDay(newest)));
}

void DraftBar::tellFileProblems(QuietBanner &banner, const std::vector<TableRowProblem> &problems) const
{
    QStringList lines;
    for (size_t i = 0; i < std::min(problems.size(), kFileProblemsShown); ++i) {
        const QString &text = problems[i].text.text(englishWording());
        lines.append(problems[i].line > 0 ? tr("Line %1: %2").arg(problems[i].line).arg(text) : text);
    }
    if (problems.size() > kFileProblemsShown)
        lines.append(tr("and %n more", nullptr, int(problems.size() - kFileProblemsShown)));
    banner.say(BannerKind::Warning,
               tr("Nothing was taken from the file.") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

void DraftBar::showDraft()
{
    const bool writing = m_draft.writing();
    const std::vector<QWidget *> whileReading{m_revisions, m_edit};
    for (QWidget *part : writing ? whileReading : m_whileWriting) // first: all at once would make a narrow window grow
        part->hide();
    for (QWidget *part : writing ? m_whileWriting : whileReading)
        part->show();
    m_undo->setEnabled(m_draft.canUndo());
    m_redo->setEnabled(m_draft.canRedo());
}

void DraftBar::giveUp()
{
    if (!m_draft.changed() || dialogs().confirm(this, tr("Give up what was changed in this draft?"), tr("Give it up")))
        m_draft.giveUp();
}

void DraftBar::chooseFile()
{
    const QStringList paths = dialogs().askOpenPaths(this, m_fileQuestion, tr("Tables (*.csv);;All files (*)"));
    if (!paths.isEmpty())
        m_draft.readFile(paths.front());
}

} // namespace kessai
