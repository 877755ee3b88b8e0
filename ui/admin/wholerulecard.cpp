// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/wholerulecard.h"

#include "core/services/caseview.h"
#include "ui/admin/chosenlist.h"
#include "ui/office/officeparts.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace kessai {

namespace {

QComboBox *ruleBox(const QString &name, const char *objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

WholeRuleCard::WholeRuleCard(RuleDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_table(ruleBox(tr("Decision table"), "ruleTable", this)),
      m_least(ruleBox(tr("A higher decision is asked for in"), "ruleLeast", this)),
      m_top(new ChosenList(tr("Add a post"), "ruleTop", this))
{
    auto *card = new Card(this);
    card->setTitle(tr("The rule as a whole"));
    card->body()->setSpacing(metric::kGap);
    m_leastRoom = labelled(tr("A higher decision is asked for in"), m_least, card);
    m_tableRoom = labelled(tr("Decision table"), m_table, card);
    card->body()->addWidget(m_tableRoom);
    card->body()->addWidget(m_leastRoom);
    auto *top = new TextLabel(tr("Posts above which there is nobody: their cases are only circulated"),
                              TextRole::Caption, card);
    top->setWordWrap(true);
    card->body()->addWidget(top);
    card->body()->addWidget(m_top);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(card);
    connect(&m_draft, &RuleDraft::draftChanged, this, &WholeRuleCard::showDraft);
    connect(m_table, &QComboBox::activated, this, &WholeRuleCard::settle);
    connect(m_least, &QComboBox::activated, this, &WholeRuleCard::settle);
    connect(m_top, &ChosenList::edited, this,
            [this](const QStringList &posts) { m_draft.setTop(std::vector<QString>(posts.begin(), posts.end())); });
    showDraft();
}

void WholeRuleCard::showDraft()
{
    setVisible(m_draft.writing());
    if (!m_draft.writing())
        return;
    const RouteRule &rule = m_draft.rule();
    const bool english = englishWording();
    const FormDefinition *form = m_draft.book().form(rule.form, rule.from);
    Shown shown{rule.form,        form ? form->revision : 0,    rule.table, rule.top,
                m_draft.office(), m_draft.book().tables.size(), english};
    if (shown == m_shown)
        return; // something else was typed
    m_shown = std::move(shown);
    m_tableRoom->setVisible(m_draft.mayUseTable());
    m_table->clear();
    m_table->addItem(tr("None: the steps say who decides"), QString());
    for (const DecisionTable &table : m_draft.book().tables) {
        if (m_table->findData(table.code) < 0)
            m_table->addItem(table.source.text(english), table.code);
    }
    if (rule.table && m_table->findData(rule.table->table) < 0)
        m_table->addItem(rule.table->table, rule.table->table);
    m_table->setCurrentIndex(std::max(rule.table ? m_table->findData(rule.table->table) : 0, 0));
    m_least->clear();
    m_least->addItem(tr("No field"), QString());
    if (form) {
        for (const FieldDefinition &field : form->fields) {
            if (field.kind == FieldKind::Choice)
                m_least->addItem(field.label.text(english), field.key);
        }
    }
    m_least->setCurrentIndex(std::max(rule.table ? m_least->findData(rule.table->least) : 0, 0));
    m_leastRoom->setVisible(rule.table.has_value());
    const Office &office = *m_draft.office();
    std::vector<ChosenList::Entry> posts;
    for (const Post &post : office.posts()) {
        const Section *section = office.section(post.section);
        if (section && section->level == SectionLevel::City)
            posts.push_back({post.code, postLabel(office, post.id), {}});
    }
    m_top->setEntries(std::move(posts));
    m_top->setChosen(QStringList(rule.top.begin(), rule.top.end()), [&office](const QString &code) {
        const Post *post = office.postByCode(code);
        return post ? postLabel(office, post->id) : code;
    });
}

void WholeRuleCard::settle()
{
    const QString table = m_table->currentData().toString();
    m_draft.setUse(table.isEmpty() ? std::nullopt : std::optional(TableUse{table, m_least->currentData().toString()}));
}

} // namespace kessai
