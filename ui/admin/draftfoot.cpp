// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/draftfoot.h"

#include "ui/admin/changescard.h"
#include "ui/admin/revisiondraft.h"
#include "ui/formview/dateedit.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr size_t kMostProblems = 4;
constexpr int kLongestReason = 200;

/// "tryTable" for "table".
QString partName(const char *verb, QString name)
{
    name[0] = name[0].toUpper();
    return QLatin1String(verb) + name;
}

} // namespace

DraftFoot::DraftFoot(RevisionDraft &draft, const QDate &today, const QString &name, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_today(today), m_card(new Card(this)),
      m_head(new TextLabel(TextRole::BodyStrong, this)), m_problems(new QVBoxLayout),
      m_from(dayEdit(today, tr("In force from"), "draftFrom", this)), m_reason(new QLineEdit(this)),
      m_bench(pageButton(tr("Try it (&T)"), "tryDraft", this)),
      m_save(pageButton(tr("Put in force (&S)"), "adoptDraft", this)), m_note(new TextLabel(TextRole::Caption, this))
{
    m_from->setObjectName(QString(name + QStringLiteral("From")));
    m_reason->setObjectName(QString(name + QStringLiteral("Reason")));
    m_bench->setObjectName(partName("try", name));
    m_save->setObjectName(partName("adopt", name));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why, such as the amendment of the rules"));
    m_reason->setMaxLength(kLongestReason);
    m_reason->setMinimumHeight(metric::kControlHeight);
    m_head->setWordWrap(true);
    m_note->setWordWrap(true);
    setButtonKind(*m_save, ButtonKind::Primary);
    m_problems->setSpacing(2);
    m_card->setPadding(metric::kFieldGap);
    m_card->body()->setSpacing(metric::kGap);
    m_card->body()->addWidget(m_head);
    m_card->body()->addLayout(m_problems);
    m_card->body()->addWidget(labelled(tr("In force from"), m_from, m_card));
    m_card->body()->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(m_bench);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    m_card->body()->addLayout(buttons);
    m_card->body()->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
    connect(&m_draft, &RevisionDraft::draftChanged, this, &DraftFoot::showDraft);
    connect(&m_draft, &RevisionDraft::problemsFound, this, &DraftFoot::showProblems);
    connect(&m_draft, &RevisionDraft::busyChanged, this, &DraftFoot::showSave);
    connect(&m_draft, &RevisionDraft::adopted, m_reason, &QLineEdit::clear);
    connect(m_from, &DateEdit::edited, this, [this] {
        if (const auto day = m_from->date(); day && m_draft.writing())
            m_draft.setDay(*day);
        showSave();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &DraftFoot::showSave);
    connect(m_bench, &QPushButton::clicked, this, &DraftFoot::benchRequested);
    connect(m_save, &QPushButton::clicked, this, [this] { m_draft.adopt(m_reason->text().trimmed()); });
    showDraft();
}

void DraftFoot::setSoundText(const QString &text)
{
    m_sound = text;
}

void DraftFoot::showDraft()
{
    setVisible(m_draft.writing());
    if (m_draft.writing() && m_from->date() != m_draft.day())
        m_from->setDate(m_draft.day());
    showSave();
}

void DraftFoot::showProblems()
{
    emptyLayout(*m_problems);
    const std::vector<RuleProblem> &problems = m_draft.problems();
    const auto blocking =
        std::count_if(problems.begin(), problems.end(), [](const RuleProblem &one) { return one.blocks; });
    m_head->setText(blocking > 0           ? tr("%n thing(s) to put right", nullptr, int(blocking))
                        : problems.empty() ? m_sound
                                           : tr("It can be used. Worth a look:"));
    m_head->setToken(blocking > 0 ? Token::DangerText : problems.empty() ? Token::SuccessText : Token::WarnText);
    for (size_t i = 0; i < std::min(problems.size(), kMostProblems); ++i)
        addText(*m_problems, problems[i].text.text(englishWording()), TextRole::Caption, m_card,
                problems[i].blocks ? Token::DangerText : Token::Text2);
    if (problems.size() > kMostProblems)
        addText(*m_problems, tr("and %n more", nullptr, int(problems.size() - kMostProblems)), TextRole::Caption,
                m_card);
    showSave();
}

/// What still keeps the draft from being put in force is said beside the button.
void DraftFoot::showSave()
{
    if (!m_draft.writing())
        return;
    QString missing;
    if (!m_from->date() || *m_from->date() <= m_today)
        missing = tr("It is in force from tomorrow on at the earliest: nothing that was filed today changes.");
    else if (!m_draft.changed())
        missing = tr("Nothing is changed yet.");
    else if (m_draft.blocked())
        missing = tr("Put right what is said above first.");
    else if (m_reason->text().trimmed().isEmpty())
        missing = tr("Say why.");
    m_note->setText(missing);
    m_note->setVisible(!missing.isEmpty());
    m_save->setEnabled(missing.isEmpty() && !m_draft.busy());
}

} // namespace kessai
