// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/adoptfoot.h"

#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostSaid = 4;
constexpr int kLongestWhy = 200;

} // namespace

AdoptFoot::AdoptFoot(const QDate &today, const QString &name, Shape shape, const QString &example, QWidget *parent)
    : QWidget(parent), m_today(today), m_name(name), m_dated(shape != Shape::Undated),
      m_head(new TextLabel(TextRole::BodyStrong, this)), m_problems(new QVBoxLayout),
      m_from(dayEdit(today, tr("In force from"), qPrintable(name + QStringLiteral("From")), this)),
      m_reason(new QLineEdit(this)), m_buttons(new QHBoxLayout),
      m_save(pageButton(tr("Put in force (&S)"), qPrintable(name + QStringLiteral("Adopt")), this)),
      m_note(new TextLabel(TextRole::Caption, this))
{
    m_head->setWordWrap(true);
    m_problems->setSpacing(2);
    m_reason->setObjectName(name + QStringLiteral("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(example);
    m_reason->setMaxLength(kLongestWhy);
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_note->setWordWrap(true);
    m_note->setObjectName(name + QStringLiteral("Note"));
    QSizePolicy stays = m_note->sizePolicy();
    stays.setRetainSizeWhenHidden(true); // the buttons stay where they are
    m_note->setSizePolicy(stays);
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *card = new Card(this);
    card->setPadding(metric::kFieldGap);
    card->body()->setSpacing(metric::kGap);
    card->body()->addWidget(m_head);
    card->body()->addLayout(m_problems);
    const bool narrow = shape == Shape::Narrow;
    auto *entry = new QBoxLayout(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    entry->setSpacing(metric::kGap);
    if (m_dated)
        entry->addWidget(labelled(tr("In force from"), m_from, card));
    else
        m_from->hide();
    entry->addWidget(narrow ? static_cast<QWidget *>(m_reason) : labelled(tr("Reason"), m_reason, card), 1);
    card->body()->addLayout(entry);
    m_buttons->setSpacing(metric::kGap);
    if (narrow)
        m_buttons->addStretch(1);
    m_buttons->addWidget(m_save, 0, Qt::AlignBottom);
    if (narrow)
        card->body()->addLayout(m_buttons);
    else
        entry->addLayout(m_buttons); // a line less where the window is low
    card->body()->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(card);
    connect(m_from, &DateEdit::edited, this, [this] {
        if (const auto day = m_from->date())
            Q_EMIT dayEdited(*day);
        showNote();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &AdoptFoot::showNote);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_save->setFocus(Qt::OtherFocusReason); // its key does not take it: what is typed elsewhere is done with
        if (m_save->isEnabled())
            Q_EMIT adoptRequested(m_reason->text().trimmed());
    });
}

void AdoptFoot::setDay(const QDate &day)
{
    if (m_from->date() != day)
        m_from->setDate(day);
    showNote();
}

bool AdoptFoot::saysWhy() const
{
    return !m_reason->text().trimmed().isEmpty();
}

void AdoptFoot::clearReason()
{
    m_reason->clear();
}

void AdoptFoot::offerTrial()
{
    auto *trial = pageButton(tr("Try it (&T)"), qPrintable(m_name + QStringLiteral("Try")), this);
    m_buttons->insertWidget(0, trial, 0, Qt::AlignBottom);
    connect(trial, &QPushButton::clicked, this, &AdoptFoot::trialRequested);
}

void AdoptFoot::show(const std::vector<Bilingual> &problems, bool changed, bool busy)
{
    std::vector<RuleProblem> all;
    for (const Bilingual &problem : problems)
        all.push_back({problem, true, {}});
    if (m_later.isValid() && changed) {
        const QString text =
            tr("What is to come from %1 on was written without this. Write it again as well.").arg(longDay(m_later));
        all.push_back({{text, text}, false, {}});
    }
    show(all, changed, busy);
}

void AdoptFoot::show(const std::vector<RuleProblem> &problems, bool changed, bool busy)
{
    const auto blocking =
        std::count_if(problems.begin(), problems.end(), [](const RuleProblem &one) { return one.blocks; });
    m_sound = blocking == 0;
    m_changed = changed;
    m_busy = busy;
    showNote();
    if (m_shown == problems)
        return; // between two keys nothing else was found
    m_shown = problems;
    emptyLayout(*m_problems);
    m_head->setText(blocking > 0           ? tr("%n thing(s) to put right", nullptr, int(blocking))
                        : problems.empty() ? m_soundText
                                           : tr("It can be used. Worth a look:"));
    m_head->setToken(blocking > 0 ? Token::DangerText : problems.empty() ? Token::SuccessText : Token::WarnText);
    m_head->setVisible(!m_head->text().isEmpty());
    for (size_t i = 0; i < std::min(problems.size(), kMostSaid); ++i)
        addProblem(problems[i]);
    if (problems.size() > kMostSaid)
        addText(*m_problems, tr("and %n more", nullptr, int(problems.size() - kMostSaid)), TextRole::Caption, this);
}

/// One that is about a line leads to it.
void AdoptFoot::addProblem(const RuleProblem &problem)
{
    const QString text = problem.text.text(englishWording());
    const Token token = problem.blocks ? Token::DangerText : Token::Text2;
    if (!problem.line) {
        addText(*m_problems, text, TextRole::Caption, this, token);
        return;
    }
    auto *label = new TextLabel(TextRole::Caption, this);
    label->setWordWrap(true);
    label->setAccessibleName(text);
    label->setTextFormat(Qt::RichText);
    label->setText(
        QStringLiteral("<a href=\"line\" style=\"color:%1\">%2</a>").arg(tokens()[token].name(), text.toHtmlEscaped()));
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_problems->addWidget(label);
    connect(label, &QLabel::linkActivated, this, [this, line = *problem.line] { Q_EMIT lineChosen(line); });
}

/// What still keeps it from being put in force is said beside the button.
void AdoptFoot::showNote()
{
    QString missing;
    if (m_dated && (!m_from->date() || *m_from->date() <= m_today))
        missing = tr("It can be in force from tomorrow on at the earliest: what was filed until today stays as it is.");
    else if (!m_changed)
        missing = tr("Nothing is changed yet.");
    else if (!m_sound)
        missing = tr("Put right what is said above first.");
    else if (m_reason->text().trimmed().isEmpty())
        missing = tr("Say why.");
    m_note->setText(missing);
    m_note->setVisible(!missing.isEmpty());
    m_save->setEnabled(missing.isEmpty() && !m_busy);
}

} // namespace kessai
