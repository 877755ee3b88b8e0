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

namespace kessai {

Abolition::Abolition(OrganisationDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_unit(choiceBox(tr("A unit"), QStringLiteral("heirUnit"), this)),
      m_people(new QCheckBox(tr("The people go along"), this)), m_list(new QWidget(this)),
      m_rows(new QVBoxLayout(m_list))
{
    setObjectName(QStringLiteral("abolition"));
    m_people->setObjectName(QStringLiteral("peopleGoAlong"));
    m_people->setChecked(true);
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
    column->addWidget(m_list);
    column->addLayout(buttons);
    // Queued: what is half typed is settled when the focus goes, and be it because the window does.
    connect(m_unit, &QComboBox::activated, this, &Abolition::showHeirs, Qt::QueuedConnection);
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
    }
    m_people->setVisible(!ending.empty());
}

/// Whether every box stands for what was meant; the first that does not has the keyboard and says why.
bool Abolition::isSettled()
{
    std::vector<QComboBox *> boxes{m_unit};
    for (const auto &[post, box] : m_heirs)
        boxes.push_back(box);
    const auto open = std::find_if(boxes.begin(), boxes.end(), [](QComboBox *box) { return isUnsettled(*box); });
    if (open == boxes.end())
        return true;
    (*open)->setToolTip(unsettledText(**open));
    (*open)->setFocus(Qt::OtherFocusReason);
    bringIntoView(**open);
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
