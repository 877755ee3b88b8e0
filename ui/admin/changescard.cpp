// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/changescard.h"

#include "ui/office/officeparts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostChanges = 40;

} // namespace

ChangesCard::ChangesCard(QWidget *parent) : QWidget(parent), m_card(new Card(this)), m_lines(new QVBoxLayout)
{
    m_lines->setSpacing(4);
    m_card->body()->addLayout(m_lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
}

void ChangesCard::setFirst(const Bilingual &source, const QString &madeBy)
{
    m_changes.reset();
    emptyLayout(*m_lines);
    m_card->setTitle(tr("The first revision"));
    if (!source.ja.isEmpty())
        addText(*m_lines, source.text(englishWording()), TextRole::Body, m_card);
    if (!madeBy.isEmpty())
        addText(*m_lines, madeBy, TextRole::Caption, m_card, Token::Text2);
}

void ChangesCard::setChanges(const std::vector<Bilingual> &changes, bool drafted, const QString &madeBy)
{
    if (m_changes && *m_changes == changes && m_drafted == drafted && m_madeBy == madeBy)
        return; // what was typed changes nothing of it
    m_madeBy = madeBy;
    m_changes = changes;
    m_drafted = drafted;
    emptyLayout(*m_lines);
    m_card->setTitle(drafted ? tr("What the draft changes") : tr("What this revision changed"));
    for (size_t i = 0; i < std::min(changes.size(), kMostChanges); ++i)
        addText(*m_lines, changes[i].text(englishWording()), TextRole::Body, m_card);
    if (changes.size() > kMostChanges)
        addText(*m_lines, tr("and %n more", nullptr, int(changes.size() - kMostChanges)), TextRole::Caption, m_card);
    if (changes.empty())
        addText(*m_lines, tr("Nothing yet."), TextRole::Caption, m_card);
    if (!madeBy.isEmpty())
        addText(*m_lines, madeBy, TextRole::Caption, m_card, Token::Text2);
}

} // namespace kessai
