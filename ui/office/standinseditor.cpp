// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/standinseditor.h"

#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr qint64 kLineHead = -1; ///< the head of the drafter's line, in the list of posts

} // namespace

StandInsEditor::StandInsEditor(QWidget *parent)
    : QWidget(parent), m_overview(new QVBoxLayout), m_deciderRoom(new QWidget(this)), m_rows(new QVBoxLayout),
      m_entryRoom(new QWidget(this)), m_add(new QPushButton(tr("Add (&N)"), this)),
      m_register(new QPushButton(tr("Register this order (&R)"), this))
{
    m_add->setObjectName(QStringLiteral("addStandIn"));
    m_add->setMinimumHeight(metric::kControlHeight);
    m_register->setObjectName(QStringLiteral("registerStandIns"));
    m_register->setMinimumHeight(metric::kControlHeight);
    for (QWidget *room : {m_deciderRoom, m_entryRoom})
        (new QVBoxLayout(room))->setContentsMargins({});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metric::kFieldGap);
    layout->addLayout(m_overview);
    layout->addWidget(labelled(tr("Decider"), m_deciderRoom, this));
    layout->addLayout(m_rows);
    auto *next = new QHBoxLayout;
    next->setSpacing(metric::kFieldGap);
    next->addWidget(labelled(tr("Next stand-in"), m_entryRoom, this), 1);
    next->addWidget(m_add, 0, Qt::AlignBottom);
    layout->addLayout(next);
    layout->addLayout(entryLine({}, m_register));
    connect(m_add, &QPushButton::clicked, this, &StandInsEditor::addEntry);
    connect(m_register, &QPushButton::clicked, this, [this] {
        if (m_decider)
            Q_EMIT registered({*m_decider, m_list}, m_sheet.names.value(*m_decider));
    });
}

void StandInsEditor::show(const PostSheet &sheet, const QDate &today)
{
    m_sheet = sheet;
    std::erase_if(m_sheet.standIns, [&](const Dated<StandIn> &row) { return today < row.from; }); // planned, and stays
    emptyLayout(*m_overview);
    std::vector<PostId> deciders;
    for (const Dated<StandIn> &row : m_sheet.standIns) {
        if (std::find(deciders.begin(), deciders.end(), row.value.decider) == deciders.end())
            deciders.push_back(row.value.decider);
    }
    for (const PostId decider : deciders) {
        QStringList names;
        for (const StandIn &one : listed(decider))
            names.append(tr("%1. %2").arg(QString::number(one.order), entryText(one)));
        const QString name = sheet.names.value(decider);
        const RegisteredRow line = registeredRow(name, names.join(QStringLiteral("　")), this);
        QPushButton *edit = rowButton(tr("Change"), name, line.widget);
        edit->setObjectName(QStringLiteral("changeStandIns"));
        line.layout->addWidget(edit);
        connect(edit, &QPushButton::clicked, this, [this, decider] {
            m_deciders->setCurrentIndex(m_deciders->findData(decider.value()));
            chooseDecider(decider);
            bringIntoView(*m_register);
            bringIntoView(*m_deciders);
            m_entries->setFocus(Qt::OtherFocusReason);
        });
        m_overview->addWidget(line.widget);
    }
    if (deciders.empty())
        m_overview->addWidget(emptyRow(tr("Nobody decides in another's place."), this));

    delete m_deciders;
    m_deciders = postsBox(sheet, sheet.posts, tr("Decider"), m_deciderRoom);
    m_deciders->setObjectName(QStringLiteral("decider"));
    m_deciderRoom->layout()->addWidget(m_deciders);
    m_deciderRoom->setFocusProxy(m_deciders);
    connect(m_deciders, &QComboBox::activated, this, [this] {
        if (const auto decider = chosen<PostId>(m_deciders->currentData().toLongLong()))
            chooseDecider(*decider);
    });
    delete m_entries;
    m_entries = postsBox(sheet, sheet.posts, tr("Next stand-in"), m_entryRoom);
    m_entries->insertItem(1, tr("The head of the drafter's section"), kLineHead);
    m_entries->setObjectName(QStringLiteral("standIn"));
    m_entryRoom->layout()->addWidget(m_entries);
    m_entryRoom->setFocusProxy(m_entries);
    connect(m_entries, &QComboBox::activated, this, &StandInsEditor::check);

    if (m_decider)
        m_deciders->setCurrentIndex(std::max(0, m_deciders->findData(m_decider->value())));
    if (m_decider)
        chooseDecider(*m_decider);
    else
        showList();
}

void StandInsEditor::setBusy(bool busy)
{
    m_busy = busy;
    check();
}

std::vector<StandIn> StandInsEditor::listed(PostId decider) const
{
    std::vector<StandIn> list;
    for (const Dated<StandIn> &row : m_sheet.standIns) {
        if (row.value.decider != decider)
            continue;
        list.push_back(row.value);
        list.back().order = int(list.size()); // what was registered may have gaps
    }
    return list;
}

QString StandInsEditor::entryText(const StandIn &entry) const
{
    return entry.post ? m_sheet.names.value(*entry.post) : tr("The head of the drafter's section");
}

void StandInsEditor::chooseDecider(PostId decider)
{
    m_decider = decider;
    m_list = listed(decider);
    showList();
}

void StandInsEditor::showList()
{
    emptyLayout(*m_rows);
    int order = 0;
    for (StandIn &one : m_list) {
        one.order = ++order;
        const QString name = entryText(one);
        const RegisteredRow line = registeredRow(tr("%1. %2").arg(QString::number(order), name), {}, this);
        const size_t at = size_t(order) - 1;
        if (at > 0) {
            QPushButton *up = rowButton(tr("Up"), name, line.widget);
            up->setObjectName(QStringLiteral("standInUp"));
            line.layout->addWidget(up);
            connect(up, &QPushButton::clicked, this, [this, at] {
                std::swap(m_list[at], m_list[at - 1]);
                showList();
            });
        }
        QPushButton *remove = rowButton(tr("Remove"), name, line.widget);
        remove->setObjectName(QStringLiteral("removeStandIn"));
        line.layout->addWidget(remove);
        connect(remove, &QPushButton::clicked, this, [this, at] {
            m_list.erase(m_list.begin() + qsizetype(at));
            showList();
        });
        m_rows->addWidget(line.widget);
    }
    if (m_decider && m_list.empty())
        m_rows->addWidget(emptyRow(tr("Nobody: while the decider is away, the case waits."), this));
    check();
}

void StandInsEditor::addEntry()
{
    const qint64 value = m_entries->currentData().toLongLong();
    if (!m_decider || value == 0)
        return;
    StandIn entry{*m_decider, int(m_list.size()) + 1, chosen<PostId>(value)};
    m_list.push_back(entry);
    m_entries->setCurrentIndex(0);
    showList();
}

void StandInsEditor::check()
{
    const qint64 value = m_entries ? m_entries->currentData().toLongLong() : 0;
    const auto post = chosen<PostId>(value);
    const bool there = std::any_of(m_list.begin(), m_list.end(), [&](const StandIn &one) { return one.post == post; });
    m_add->setEnabled(m_decider && value != 0 && post != m_decider && !there && m_list.size() < size_t(kMostStandIns));
    m_register->setEnabled(m_decider && !m_busy && m_list != listed(*m_decider));
}

} // namespace kessai
