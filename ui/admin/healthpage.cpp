// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/healthpage.h"

#include "ui/admin/healthtext.h"
#include "ui/errortext.h"
#include "ui/office/officeparts.h"
#include "ui/shell/desksession.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/quietbanner.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kTitleWidth = 200;

ChipLook lookOf(HealthLevel level)
{
    const QString word = healthWord(level);
    switch (level) {
    case HealthLevel::Fine: return {QStringLiteral("circle-check"), word, Token::SuccessText, Token::SuccessFill};
    case HealthLevel::Unknown: return {QStringLiteral("help-circle"), word, Token::NeutralText, Token::NeutralFill};
    case HealthLevel::Watch: return {QStringLiteral("alert-triangle"), word, Token::WarnText, Token::WarnFill};
    case HealthLevel::Urgent: return {QStringLiteral("circle-x"), word, Token::DangerText, Token::DangerFill};
    }
    return {};
}

int widestChip()
{
    int width = 0;
    for (const HealthLevel level : {HealthLevel::Fine, HealthLevel::Unknown, HealthLevel::Watch, HealthLevel::Urgent})
        width = std::max(width, chipSize(lookOf(level)).width());
    return width;
}

QWidget *rowOf(const HealthLine &line, const OfficeHealth &health, QWidget *parent)
{
    const HealthText text = healthText(line, health);
    auto *row = new QWidget(parent);
    row->setObjectName(QStringLiteral("health_") + toCode(line.kind));
    row->setAccessibleName(QStringList{text.title, text.word, text.value, text.advice}.join(QStringLiteral(" ")));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(metric::kFieldGap);
    auto *chip = new StatusChip(row);
    chip->setLook(lookOf(line.level));
    auto *chipRoom = new QWidget(row);
    chipRoom->setFixedWidth(widestChip());
    auto *chipLine = new QHBoxLayout(chipRoom);
    chipLine->setContentsMargins({});
    chipLine->addWidget(chip);
    chipLine->addStretch(1);
    layout->addWidget(chipRoom, 0, Qt::AlignTop);
    auto *title = new TextLabel(text.title, TextRole::BodyStrong, row);
    title->setFixedWidth(grown(kTitleWidth));
    title->setWordWrap(true);
    layout->addWidget(title, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *value = new TextLabel(text.value, TextRole::Body, row);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(value);
    if (!text.advice.isEmpty()) {
        auto *advice = new TextLabel(text.advice, TextRole::Caption, row);
        advice->setWordWrap(true);
        words->addWidget(advice);
    }
    layout->addLayout(words, 1);
    return row;
}

} // namespace

HealthPage::HealthPage(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new QuietBanner(this)), m_card(new Card(this)),
      m_sum(new TextLabel(TextRole::Body, this)), m_again(new QPushButton(tr("Look again (F5)"), this)),
      m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("healthPage"));
    m_banner->hide();
    m_card->setTitle(tr("How the database is doing"));
    m_again->setObjectName(QStringLiteral("healthAgain"));
    m_card->addToTitle(m_again);
    m_sum->setObjectName(QStringLiteral("healthSum"));
    m_sum->setWordWrap(true);
    m_card->body()->addWidget(m_sum);
    m_rows->setSpacing(0);
    m_card->body()->addLayout(m_rows);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(cardColumn({m_card}, this), 1);
    connect(m_again, &QPushButton::clicked, this, &HealthPage::refresh);
    auto *key = new QShortcut(QKeySequence::Refresh, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &HealthPage::refresh);
}

void HealthPage::begin()
{
    m_banner->clear();
    refresh();
}

void HealthPage::takeFocus()
{
    m_again->setFocus(Qt::OtherFocusReason);
}

void HealthPage::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_session.desk()
        .ask([](Desk &desk) { return desk.health(); })
        .then(this, [this](const Result<OfficeHealth> &health) {
            m_asking = false;
            if (health)
                showHealth(*health);
            else if (health.error().code != ErrorCode::Cancelled)
                m_banner->say(BannerKind::Error, errorText(health.error()).both());
        });
}

void HealthPage::showHealth(const OfficeHealth &health)
{
    m_banner->clear();
    std::vector<HealthLine> lines = healthReport(health);
    const HealthLevel level = worst(lines);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const HealthLine &a, const HealthLine &b) { return a.level > b.level; });
    const auto open = std::count_if(lines.begin(), lines.end(),
                                    [](const HealthLine &line) { return line.level > HealthLevel::Unknown; });
    const QString at = health.at.tokyo().toString(QStringLiteral("HH:mm:ss"));
    m_sum->setText(level > HealthLevel::Unknown ? tr("As of %1: %n thing(s) to see to.", nullptr, int(open)).arg(at)
                                                : tr("As of %1: nothing to see to.").arg(at));
    emptyLayout(*m_rows);
    for (const HealthLine &line : lines)
        m_rows->addWidget(rowOf(line, health, this));
}

} // namespace kessai
