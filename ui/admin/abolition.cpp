// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/abolition.h"

#include "core/office/sections.h"
#include "ui/admin/nodeparts.h"
#include "ui/admin/organisationdraft.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <set>

namespace kessai {

Abolition::Abolition(OrganisationDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_unit(choiceBox(tr("A unit"), QStringLiteral("heirUnit"), this)),
      m_people(new QCheckBox(tr("The people go along"), this)), m_list(new QWidget(this)),
      m_rows(new QVBoxLayout(m_list)), m_note(new TextLabel(TextRole::Caption, this))
{
    setObjectName(QStringLiteral("abolition"));
    m_people->setObjectName(QStringLiteral("peopleGoAlong"));
    m_people->setChecked(true);
    m_note->setObjectName(QStringLiteral("abolitionNote"));
    m_note->setWordWrap(true);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(4);
    auto *abolish = pageButton(tr("Abolish the unit"), "abolishNow", this);
    setButtonKind(*abolish, ButtonKind::Danger);
    auto *leave = pageButton(tr("Leave it"), "leaveUnit", this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    buttons->addWidget(abolish);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    column->addWidget(labelled(tr("The work of its posts goes to"), m_unit, this));
    column->addWidget(m_people);
    column->addWidget(m_note); // above what may be a long list
    column->addWidget(m_list);
    column->addLayout(buttons);
    // Queued: what is half typed is settled when the focus goes, and be it because the window does.
    connect(m_unit, &QComboBox::activated, this, &Abolition::showHeirs, Qt::QueuedConnection);
    connect(m_people, &QCheckBox::toggled, this, &Abolition::showConsequences);
    connect(abolish, &QPushButton::clicked, this, &Abolition::abolish);
    connect(leave, &QPushButton::clicked, this, &Abolition::done);
}

void Abolition::ask(SectionId section)
{
    m_section = section;
    const Office &office = m_draft.after();
    const std::vector<SectionId> within = sectionsWithin(office, section);
    const QSignalBlocker quiet(m_unit);
    m_unit->clear();
    m_unit->addItem(QString(), qint64(0));
    for (const Section &one : office.sections()) {
        if (std::find(within.begin(), within.end(), one.id) == within.end())
            addEntry(*m_unit, office.sectionLabel(one.id), one.id.value(), one.code);
    }
    m_unit->setCurrentIndex(0);
    m_unit->clearEditText();
    setInvalid(*m_unit, false); // it may have been of another unit
    m_trouble = nullptr;
    m_people->setChecked(true);
    showHeirs();
}

void Abolition::takeFocus()
{
    m_unit->setFocus(Qt::OtherFocusReason);
    // Once it has its place.
    QMetaObject::invokeMethod(
        this, [this] { bringIntoView(*m_unit); }, Qt::QueuedConnection);
}

/// Every post that ends, and who takes it over; chosen by the unit, and one by one.
void Abolition::showHeirs()
{
    emptyLayout(*m_rows);
    m_heirs.clear();
    if (m_trouble != m_unit)
        m_trouble = nullptr; // its row goes
    const auto unit = chosen<SectionId>(m_unit->currentData().toLongLong());
    const std::vector<PostId> ending = m_draft.draft().postsWithin(m_section);
    const auto heirs = unit ? m_draft.draft().heirsIn(m_section, *unit) : std::vector<Succession>();
    const Office &office = m_draft.after();
    for (const PostId id : ending) {
        const Post &post = *office.post(id);
        const QString name = office.sectionLabel(post.section) + QLatin1Char(' ') + post.title;
        QComboBox *box = choiceBox(tr("Its work goes to"), QStringLiteral("heir_%1").arg(post.code), m_list);
        fillPosts(*box, office, ending);
        const auto heir =
            std::find_if(heirs.begin(), heirs.end(), [&](const Succession &one) { return one.post == id; });
        if (heir != heirs.end())
            box->setCurrentIndex(box->findData(heir->successor.value()));
        m_rows->addWidget(labelled(name, box, m_list));
        m_heirs.emplace_back(id, box);
        connect(box, &QComboBox::currentIndexChanged, this, &Abolition::showConsequences);
    }
    m_people->setVisible(!ending.empty());
    showConsequences();
}

QComboBox *Abolition::unsettled() const
{
    if (isUnsettled(*m_unit))
        return m_unit;
    const auto open =
        std::find_if(m_heirs.begin(), m_heirs.end(), [](const auto &heir) { return isUnsettled(*heir.second); });
    return open == m_heirs.end() ? nullptr : open->second;
}

/// Where what waits goes, and who is left without a post, where a post has no heir or its people do not go along.
void Abolition::showConsequences()
{
    if (m_trouble && isUnsettled(*m_trouble))
        return; // it says which box is not clear
    m_trouble = nullptr;
    const Office &office = m_draft.after();
    int posts = 0;
    std::set<StaffId> people; // who holds two of them loses both
    for (const auto &[post, box] : m_heirs) {
        const bool heirless = !chosen<PostId>(box->currentData().toLongLong());
        posts += heirless ? 1 : 0;
        if (heirless || !m_people->isChecked())
            people.insert(office.holders(post).begin(), office.holders(post).end());
    }
    QStringList said;
    if (posts > 0)
        said.append(tr("%n post(s) end without an heir: what waits there is listed for the section in charge of "
                       "records, as cases without a destination.",
                       nullptr, posts));
    if (!people.empty())
        said.append(
            tr("%n of those who hold a post here lose it. Give them other posts.", nullptr, int(people.size())));
    m_note->setText(said.join(QLatin1Char('\n')));
    m_note->setToken(Token::WarnText);
    m_note->setVisible(!said.isEmpty());
}

/// Whether every box stands for what was meant; the first that does not has the keyboard, and why is said below the unit.
bool Abolition::isSettled()
{
    m_trouble = unsettled();
    if (!m_trouble) {
        showConsequences();
        return true;
    }
    m_note->setText(unsettledText(*m_trouble));
    m_note->setToken(Token::DangerText);
    m_note->show();
    setInvalid(*m_trouble, true);
    m_trouble->setFocus(Qt::OtherFocusReason);
    bringIntoView(*m_trouble);
    return false;
}

void Abolition::abolish()
{
    if (!isSettled())
        return;
    std::vector<Succession> heirs;
    for (const auto &[post, box] : m_heirs) {
        if (const auto heir = chosen<PostId>(box->currentData().toLongLong()); heir)
            heirs.push_back({post, *heir});
    }
    const SectionId section = m_section;
    const bool people = m_people->isChecked();
    Q_EMIT done();
    m_draft.act([&](OfficeDraft &draft) { draft.abolishSection(section, heirs, people); });
}

} // namespace kessai
