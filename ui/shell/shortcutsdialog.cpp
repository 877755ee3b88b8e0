// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsdialog.h"

#include "ui/theme/typescale.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <vector>

namespace kessai {

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    struct Line {
        QString keys;
        QString what;
    };
    struct Group {
        QString name;
        std::vector<Line> lines;
    };
    const std::vector<Group> groups{
        {tr("Everywhere"),
         {{QStringLiteral("Ctrl+N"), tr("New request")},
          {QStringLiteral("Ctrl+F"), tr("Search; ↓ or Enter goes to what was found, Esc gives it up")},
          {QStringLiteral("Ctrl+1"), tr("What waits for me")},
          {QStringLiteral("F5"), tr("Bring up to date")},
          {QStringLiteral("F1"), tr("The guide, at what one sees")},
          {QStringLiteral("Ctrl+F1"), tr("This list")}}},
        {tr("List of cases"),
         {{QStringLiteral("↑ ↓ Home End"), tr("Another case")},
          {QStringLiteral("Shift+↓, Ctrl+A"), tr("Choose several, to approve them together")},
          {QStringLiteral("Enter"), tr("To the acts of the case; a draft is gone on with")},
          {QStringLiteral("Delete"), tr("Delete the draft")}}},
        {tr("Case"),
         {{QStringLiteral("Ctrl+Enter"), tr("Approve, or do what was chosen with the reason written")},
          {QStringLiteral("Alt+A"), tr("Approve")},
          {QStringLiteral("Alt+R"), tr("Return")},
          {QStringLiteral("Alt+J"), tr("Reject, or do not agree")},
          {QStringLiteral("Alt+E"), tr("Correct, or go on writing")},
          {QStringLiteral("Alt+W"), tr("Take back")},
          {QStringLiteral("Alt+N"), tr("Remind")},
          {QStringLiteral("Alt+K"), tr("Cancel the case, or draft a cancellation")},
          {QStringLiteral("Alt+M"), tr("More acts")},
          {QStringLiteral("Ctrl+P"), tr("Print")}}},
        {tr("Examination"),
         {{QStringLiteral("Enter"), tr("The voucher beside its proof")},
          {QStringLiteral("Shift+↓, Ctrl+A"), tr("Choose several, to approve them together")},
          {QStringLiteral("Space"), tr("Tick the item off with the place shown, and go on")},
          {QStringLiteral("F3"), tr("The next place that says the same")},
          {QStringLiteral("Ctrl+Tab"), tr("The next paper")},
          {QStringLiteral("Ctrl+Enter"), tr("Approve and go to the next voucher; in a return, return")},
          {QStringLiteral("Ctrl+↓ Ctrl+↑"), tr("The next voucher, the one before, without an act")},
          {QStringLiteral("Alt+R"), tr("Return for a reason from the list")},
          {QStringLiteral("Esc"), tr("Back to the queue")}}},
        {tr("Meetings"),
         {{QStringLiteral("Enter"), tr("Read the papers; a draft is gone on with")},
          {QStringLiteral("Alt+↑ Alt+↓"), tr("Move an item or a paper of the agenda")},
          {QStringLiteral("Delete"), tr("Drop it; for a while it can be brought back")}}},
        {tr("Papers of a meeting"),
         {{QStringLiteral("Space"), tr("On by a screen, at its end to the next page")},
          {QStringLiteral("→ ←"), tr("The next page, the one before")},
          {QStringLiteral("Ctrl+P, Ctrl+Shift+P"), tr("Print the paper shown, or some of its pages")},
          {QStringLiteral("Ctrl+1, 2"), tr("As wide as the window, the whole page")},
          {QStringLiteral("Ctrl+3, 4, 5"), tr("All pages in one run, one or two at a time")},
          {QStringLiteral("Ctrl + −"), tr("Larger, smaller")},
          {QStringLiteral("Ctrl+F, F3"), tr("Search all papers, the next hit")},
          {QStringLiteral("Alt+← →"), tr("Back to where I was, forward again")},
          {QStringLiteral("F4"), tr("Small pages and contents")},
          {QStringLiteral("F6"), tr("The list of notes")},
          {QStringLiteral("Esc"), tr("Put down the pen, close what lies over the pages; then back to the list")},
          {QStringLiteral("F11"), tr("Full screen; Esc leaves it")}}},
        {tr("Meeting that runs"),
         {{QStringLiteral("F"), tr("Follow the presenter, or leave; turning a page leaves too")},
          {QStringLiteral("F7"), tr("Who is there, who speaks, votes, what was decided")},
          {QStringLiteral("R"), tr("Raise my hand, or take it back")},
          {QStringLiteral("T"), tr("While presenting: show everybody where the pointer rests")},
          {QStringLiteral("Alt+Y, N, B"), tr("Vote yes, no, or abstain")},
          {QStringLiteral("1 2 3 4 0"), tr("In the attendance: present, late, left, absent, nothing known")},
          {QStringLiteral("Enter"), tr("In the list of speakers: give the floor")}}},
        {tr("Form"),
         {{QStringLiteral("Ctrl+Enter, Alt+S"), tr("Submit")},
          {QStringLiteral("Ctrl+S"), tr("Save as draft")},
          {QStringLiteral("↑ ↓, F4"), tr("In a day: the day before or after, the calendar")}}}};

    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutsDialog"));
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setHorizontalSpacing(2 * metric::kFieldGap);
    grid->setVerticalSpacing(metric::kGap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Group &group : groups) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, metric::kGap);
        grid->addWidget(new TextLabel(group.name, TextRole::CardTitle, page), row++, 0, 1, 2);
        for (const Line &line : group.lines) {
            grid->addWidget(new TextLabel(line.keys, TextRole::BodyStrong, page), row, 0, Qt::AlignTop);
            auto *what = new TextLabel(line.what, TextRole::Body, page);
            what->setWordWrap(true);
            grid->addWidget(what, row++, 1);
        }
    }
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Keyboard shortcuts"));
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    // On a small screen it scrolls rather than reach beyond it.
    fitToScreen(*this, {grown(560), grown(620)});
}

} // namespace kessai
