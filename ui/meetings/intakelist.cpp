// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/intakelist.h"

#include "ui/meetings/paperintake.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kBarHeight = 6;
constexpr int kRowsInSight = 3;
constexpr int kIntakeRow = 46;
constexpr int kAskingRow = 62; ///< with what becomes of the pages, or why it failed, in two lines

/// What becomes of the pages, in the order in which it matters to those who wrote on them.
QString changesText(const PageChanges &changes)
{
    QStringList words;
    if (changes.unchanged > 0)
        words += IntakeList::tr("%n page(s) unchanged", nullptr, changes.unchanged);
    if (changes.moved > 0)
        words += IntakeList::tr("%n moved", "pages", changes.moved);
    if (changes.changed > 0)
        words += IntakeList::tr("%n changed", "pages", changes.changed);
    if (changes.removed > 0)
        words += IntakeList::tr("%n taken out", "pages", changes.removed);
    if (changes.added > 0)
        words += IntakeList::tr("%n new", "pages", changes.added);
    return words.join(QStringLiteral("、"));
}

int rowHeightOf(const Incoming &file)
{
    const bool inFull = file.state == Incoming::State::Asking || file.state == Incoming::State::Failed;
    return grown(inFull ? kAskingRow : kIntakeRow);
}

QString noteText(const Incoming &file)
{
    switch (file.state) {
    case Incoming::State::Waiting: return IntakeList::tr("waits for those before it");
    case Incoming::State::Sending:
        return IntakeList::tr("%1 of %2 sent").arg(fileSize(file.done), fileSize(file.total));
    case Incoming::State::Stopped:
        return file.trouble.isEmpty() ? IntakeList::tr("stopped; it goes on where it was")
                                      : IntakeList::tr("%1 It goes on where it was.").arg(file.trouble);
    case Incoming::State::Reading: return IntakeList::tr("its pages are looked at");
    case Incoming::State::Asking:
        return file.changes.removed > 0
            ? IntakeList::tr("%1. Notes move with their pages; those of pages taken out are kept aside.")
                  .arg(changesText(file.changes))
            : IntakeList::tr("%1. Everybody's notes move with their pages.").arg(changesText(file.changes));
    case Incoming::State::Placing: return IntakeList::tr("is put in place");
    case Incoming::State::Failed: return file.trouble;
    }
    return {};
}

} // namespace

IntakeList::IntakeList(PaperIntake &intake, QWidget *parent)
    : QWidget(parent), m_intake(intake), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("intakeList"));
    auto *inner = new QWidget;
    m_rows->setContentsMargins({});
    m_rows->setSpacing(metric::kGap);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(metric::kFieldGap, metric::kGap, metric::kFieldGap, metric::kGap);
    innerLayout->addLayout(m_rows);
    innerLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inner->setAutoFillBackground(false); // the card is behind it
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    connect(&m_intake, &PaperIntake::changed, this, &IntakeList::rebuild);
    connect(&m_intake, &PaperIntake::progressed, this, &IntakeList::showProgress);
    hide();
}

void IntakeList::rebuild()
{
    emptyLayout(*m_rows);
    m_shown.clear();
    for (const Incoming &file : m_intake.files())
        addRow(file);
    const int rows = int(m_intake.files().size());
    int height = metric::kGap;
    for (const Incoming &file : m_intake.files()) {
        if (&file - m_intake.files().data() >= kRowsInSight)
            break;
        height += rowHeightOf(file) + metric::kGap;
    }
    setFixedHeight(height);
    setVisible(rows > 0);
}

void IntakeList::addRow(const Incoming &file)
{
    const int id = file.id;
    const QString name = QFileInfo(file.path).fileName();
    auto *row = new QWidget(this);
    row->setFixedHeight(rowHeightOf(file));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    const bool failed = file.state == Incoming::State::Failed;
    layout->addWidget(new IconLabel(failed ? QStringLiteral("alert-triangle") : QStringLiteral("upload"),
                                    failed ? Token::DangerText : Token::Text2, metric::kIconSize, row));
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *title = new ElidedLabel(name, TextRole::Body, row);
    const bool inFull = file.state == Incoming::State::Asking || failed;
    TextLabel *note = inFull ? new TextLabel(noteText(file), TextRole::Caption, row)
                             : new ElidedLabel(noteText(file), TextRole::Caption, row);
    note->setWordWrap(inFull);
    note->setToolTip(failed ? file.trouble : QString());
    note->setObjectName(QStringLiteral("intakeNote"));
    if (failed)
        note->setToken(Token::DangerText);
    words->addWidget(title);
    words->addWidget(note);
    layout->addLayout(words, 2);
    Row shown{nullptr, note};
    if (file.state == Incoming::State::Sending || file.state == Incoming::State::Reading) {
        shown.bar = new QProgressBar(row);
        shown.bar->setTextVisible(false);
        shown.bar->setMaximumHeight(kBarHeight);
        shown.bar->setRange(0, 1000);
        shown.bar->setAccessibleName(name);
        layout->addWidget(shown.bar, 1);
    }
    const auto offer = [&](const QString &text, const char *objectName, ButtonKind kind, auto act) {
        QPushButton *button = rowButton(text, name, row);
        button->setObjectName(QLatin1String(objectName));
        setButtonKind(*button, kind);
        connect(button, &QPushButton::clicked, this, [this, id, act] { (m_intake.*act)(id); });
        layout->addWidget(button);
    };
    if (file.state == Incoming::State::Sending)
        offer(tr("Stop"), "intakeStop", ButtonKind::Plain, &PaperIntake::stop);
    if (file.state == Incoming::State::Stopped)
        offer(tr("Go on"), "intakeResume", ButtonKind::Plain, &PaperIntake::resume);
    if (failed && !file.isHopeless)
        offer(tr("Try again"), "intakeRetry", ButtonKind::Plain, &PaperIntake::resume);
    if (file.state == Incoming::State::Asking)
        offer(tr("Replace"), "intakeConfirm", ButtonKind::Primary, &PaperIntake::confirm);
    if (file.state != Incoming::State::Sending && file.state != Incoming::State::Placing)
        offer(file.state == Incoming::State::Asking ? tr("Do not replace") : tr("Give up"), "intakeForget",
              ButtonKind::Plain, &PaperIntake::forget);
    m_rows->addWidget(row);
    m_shown.insert(id, shown);
    showProgress(id);
}

void IntakeList::showProgress(int id)
{
    const auto shown = m_shown.constFind(id);
    const auto file = std::find_if(m_intake.files().begin(), m_intake.files().end(),
                                   [id](const Incoming &one) { return one.id == id; });
    if (shown == m_shown.constEnd() || file == m_intake.files().end())
        return;
    shown->note->setText(noteText(*file));
    if (shown->bar)
        shown->bar->setValue(int(file->done * 1000 / file->total));
}

} // namespace kessai
