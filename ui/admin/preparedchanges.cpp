// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/preparedchanges.h"

#include "ui/admin/organisationdraft.h"
#include "ui/dialogs.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/secondpress.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostWords = 6;

} // namespace

PreparedChanges::PreparedChanges(OrganisationDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_card(new Card(this)), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("preparedChanges"));
    m_rows->setSpacing(4);
    m_card->body()->addLayout(m_rows);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
}

void PreparedChanges::renew()
{
    m_words.clear();
    refresh();
}

void PreparedChanges::refresh()
{
    emptyLayout(*m_rows);
    const OrganisationSheet &sheet = m_draft.newest();
    setVisible(!sheet.prepared.empty() || !sheet.failed.empty());
    m_card->setTitle(sheet.failed.empty() ? tr("Prepared, and secret until then")
                                          : tr("Could not be put in force, and what is prepared"));
    for (const PreparedChange &one : sheet.failed)
        addFailed(one);
    for (const PreparedChange &one : sheet.prepared)
        addWaiting(one);
}

void PreparedChanges::addFailed(const PreparedChange &one)
{
    const bool readable = one.change.from.isValid();
    const QString text = readable
        ? tr("What was prepared for %1 could not be put in force: something it rests on had changed. Nothing of it was "
             "used. Take it into the draft, put it right and use it from today, or put it aside.")
              .arg(preparedDay(one))
        : tr(
            "A change that was prepared cannot be read, and is not put in force. Nothing of it is used. Put it aside.");
    auto *said = new TextLabel(text, TextRole::Caption, this);
    said->setWordWrap(true);
    said->setToken(Token::DangerText);
    m_rows->addWidget(said);
    const RegisteredRow row = registeredRow(preparedDay(one), one.reason, this);
    QPushButton *take = rowButton(tr("Into the draft"), preparedDay(one), this);
    take->setObjectName(QStringLiteral("takeUp%1").arg(one.number));
    connect(take, &QPushButton::clicked, this, [this, one] {
        if (!m_draft.changed()
            || dialogs().confirm(this, tr("Take it instead of what is in the draft?"), tr("Into the draft")))
            m_draft.takeUp(one);
    });
    take->setVisible(readable); // one that cannot be read is only put aside
    QPushButton *aside = rowButton(tr("Put aside"), preparedDay(one), this);
    aside->setObjectName(QStringLiteral("putAside%1").arg(one.number));
    askTwice(*aside, tr("Press again to put it aside"), [this, number = one.number] { m_draft.putAside(number); });
    m_rows->addWidget(row.widget);
    addButtons({take, aside});
}

/// Below the text, which keeps its width.
void PreparedChanges::addButtons(const std::vector<QPushButton *> &buttons)
{
    auto *line = new QWidget(this);
    auto *layout = new FlowLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kGap);
    for (QPushButton *one : buttons)
        layout->addWidget(one);
    m_rows->addWidget(line);
}

void PreparedChanges::addWaiting(const PreparedChange &one)
{
    const RegisteredRow row = registeredRow(longDay(one.change.from), one.reason, this);
    QPushButton *look = rowButton(tr("Look"), longDay(one.change.from), this);
    look->setObjectName(QStringLiteral("lookPrepared%1").arg(one.number));
    connect(look, &QPushButton::clicked, this, [this, day = one.change.from] { m_draft.setDay(day); });
    QPushButton *back = rowButton(tr("Take back"), longDay(one.change.from), this);
    back->setObjectName(QStringLiteral("takeBack%1").arg(one.number));
    askTwice(*back, tr("Press again to take it back"), [this, number = one.number] { m_draft.takeBack(number); });
    look->setEnabled(m_draft.day() != one.change.from);
    m_rows->addWidget(row.widget);
    const std::vector<Bilingual> &words = wordsOf(one);
    for (size_t i = 0; i < std::min(words.size(), kMostWords); ++i)
        addText(*m_rows, words[i].text(englishWording()), TextRole::Caption, this);
    if (words.size() > kMostWords)
        addText(*m_rows, tr("and %n more", nullptr, int(words.size() - kMostWords)), TextRole::Caption, this);
    addButtons({look, back});
}

/// Told anew with every act of a draft, and found out once: what is prepared does not change.
const std::vector<Bilingual> &PreparedChanges::wordsOf(const PreparedChange &one)
{
    const auto known = m_words.find(one.number);
    return known != m_words.end() ? known->second : m_words.emplace(one.number, m_draft.wordsOf(one)).first->second;
}

} // namespace kessai
