// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/lineeditor.h"

#include "core/services/caseview.h"
#include "ui/admin/chosenlist.h"
#include "ui/admin/conditioneditor.h"
#include "ui/caseword.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostCount = 99;
constexpr int kLongestCode = 30;
constexpr int kReasonHeight = 62;

/// A selector as the key of a list.
QString keyOf(const Selector &who)
{
    return QString::fromUtf8(QJsonDocument(toJson(who)).toJson(QJsonDocument::Compact));
}

std::optional<Selector> selectorOf(const QString &key)
{
    const auto who = selectorFromJson(QJsonDocument::fromJson(key.toUtf8()).object(), QString());
    return who ? std::optional(*who) : std::nullopt;
}

QPlainTextEdit *reasonEdit(const QString &name, const char *objectName, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(grown(kReasonHeight));
    return edit;
}

void showText(QPlainTextEdit &edit, const QString &text)
{
    if (edit.toPlainText().simplified() != text)
        edit.setPlainText(text);
}

/// Whom any rule may ask, besides what its own form and table add.
std::vector<ChosenList::Entry> officeEntries(const Office &office, const RuleWords &words)
{
    std::vector<ChosenList::Entry> entries;
    const auto add = [&](const Selector &who, const QString &text, const QString &reading = {}) {
        entries.push_back({keyOf(who), text, reading});
    };
    const bool english = englishWording();
    for (const SectionLevel level :
         {SectionLevel::Unit, SectionLevel::Section, SectionLevel::Department, SectionLevel::City})
        add({Selector::Kind::Head, level, {}}, levelText(level).text(english));
    QStringList roles;
    for (const RoleHolder &one : office.roles()) {
        if (!roles.contains(one.role))
            roles.append(one.role);
    }
    for (const QString &role : roles) {
        const Selector who{Selector::Kind::Role, SectionLevel::Unit, role};
        add(who, LineEditor::tr("Whoever has a role: %1").arg(words.who(who).text(english)));
    }
    for (const Post &post : office.posts())
        add({Selector::Kind::Post, SectionLevel::Unit, post.code}, postLabel(office, post.id));
    for (const Staff &staff : office.allStaff())
        add({Selector::Kind::Staff, SectionLevel::Unit, staff.number},
            LineEditor::tr("%1 (in person, %2)").arg(staff.name(), staff.number), staff.kana);
    return entries;
}

} // namespace

LineEditor::LineEditor(QWidget *parent)
    : QWidget(parent), m_who(new ChosenList(tr("Ask somebody"), "lineWho", this)), m_when(new ConditionEditor(this)),
      m_why(reasonEdit(tr("Reason"), "lineWhy", this)),
      m_whyEnglish(reasonEdit(tr("Reason in English"), "lineWhyEnglish", this)),
      m_ground(new ChosenList(tr("Add a field"), "lineGround", this))
{
    setObjectName(QStringLiteral("lineEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    buildButtons(); // beside the list of steps, whatever else there is
    buildManner();
    column->addWidget(new TextLabel(tr("Whom it asks"), TextRole::Caption, this));
    column->addWidget(m_who);
    column->addWidget(new TextLabel(tr("When"), TextRole::Caption, this));
    column->addWidget(m_when);
    column->addWidget(labelled(tr("Reason, with the regulation"), m_why, this));
    column->addWidget(labelled(tr("The same in English"), m_whyEnglish, this));
    auto *ground = new TextLabel(tr("What it looks at (a change of these asks it again; none: of any field)"),
                                 TextRole::Caption, this);
    ground->setWordWrap(true);
    column->addWidget(ground);
    column->addWidget(m_ground);
    for (QPlainTextEdit *edit : {m_why, m_whyEnglish})
        connect(edit, &QPlainTextEdit::textChanged, this, &LineEditor::settle);
    connect(m_who, &ChosenList::edited, this, [this](const QStringList &keys) {
        RuleLine line = m_line;
        line.who.clear();
        for (const QString &key : keys) {
            if (const auto who = selectorOf(key))
                line.who.push_back(*who);
        }
        Q_EMIT edited(m_at, line);
    });
    connect(m_ground, &ChosenList::edited, this, [this](const QStringList &keys) {
        RuleLine line = m_line;
        line.ground.assign(keys.begin(), keys.end());
        Q_EMIT edited(m_at, line);
    });
    connect(m_when, &ConditionEditor::edited, this, [this](const Condition &condition) {
        RuleLine line = m_line;
        line.when = condition;
        Q_EMIT edited(m_at, line);
    });
}

QComboBox *LineEditor::box(const QString &name, const char *objectName, const QStringList &items)
{
    auto *list = new QComboBox(this);
    list->setObjectName(QLatin1String(objectName));
    list->setAccessibleName(name);
    list->addItems(items);
    connect(list, &QComboBox::activated, this, &LineEditor::settle);
    return list;
}

void LineEditor::buildManner()
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    m_code = new QLineEdit(this);
    m_code->setObjectName(QStringLiteral("lineCode"));
    m_code->setAccessibleName(tr("Code of the step"));
    m_code->setMaxLength(kLongestCode);
    QStringList kinds;
    for (int i = 0; i < stepKindNames().size(); ++i)
        kinds.append(kindWord(StepKind(i)));
    m_kind = box(tr("Kind of step"), "lineKind", kinds);
    m_manner = box(tr("How many agree"), "lineManner",
                   {tr("All of them"), tr("Any one of them"), tr("At least so many"), tr("More than half")});
    m_count = new QSpinBox(this);
    m_count->setObjectName(QStringLiteral("lineCount"));
    m_count->setAccessibleName(tr("How many"));
    m_count->setRange(1, kMostCount);
    m_objection = box(tr("An objection"), "lineObjection",
                      {tr("An objection returns the case"), tr("An objection is left to the decider")});
    m_apart = new QCheckBox(tr("Who reviews or decides does not examine"), this);
    m_apart->setObjectName(QStringLiteral("lineApart"));
    auto *first = new QHBoxLayout;
    first->setSpacing(metric::kGap);
    first->addWidget(labelled(tr("Code"), m_code, this));
    first->addWidget(labelled(tr("Kind of step"), m_kind, this), 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(metric::kGap);
    m_mannerRoom = labelled(tr("How many agree"), m_manner, this);
    m_countRoom = labelled(tr("How many"), m_count, this);
    second->addWidget(m_mannerRoom, 1);
    second->addWidget(m_countRoom);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_objection);
    column->addWidget(m_apart);
    connect(m_code, &QLineEdit::textEdited, this, &LineEditor::settle);
    connect(m_count, &QSpinBox::valueChanged, this, &LineEditor::settle);
    connect(m_apart, &QCheckBox::clicked, this, &LineEditor::settle);
}

void LineEditor::buildButtons()
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    QPushButton *up = pageButton(tr("Up"), "moveLineUp", this);
    QPushButton *down = pageButton(tr("Down"), "moveLineDown", this);
    QPushButton *copy = pageButton(tr("Copy"), "copyLine", this);
    QPushButton *remove = pageButton(tr("Remove"), "removeLine", this);
    up->setToolTip(tr("Alt+Up"));
    down->setToolTip(tr("Alt+Down"));
    setButtonKind(*remove, ButtonKind::Danger);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::kGap);
    for (QPushButton *one : {up, down, copy, remove})
        buttons->addWidget(one);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(up, &QPushButton::clicked, this, [this] {
        if (m_at > 0)
            Q_EMIT moveRequested(m_at, m_at - 1);
    });
    connect(down, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(m_at, m_at + 1); });
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_at); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_at); });
}

void LineEditor::setLine(const RouteRule &rule, size_t at, const RuleBook &book)
{
    m_rule = rule;
    m_at = at;
    m_line = rule.lines.at(at);
    m_filling = true; // nobody types while it is made
    fill(book);
    m_filling = false;
}

void LineEditor::takeFocus()
{
    m_who->setFocus(Qt::OtherFocusReason);
}

void LineEditor::fill(const RuleBook &book)
{
    const RuleWords words = book.words(m_rule);
    if (m_code->text().trimmed() != m_line.line)
        m_code->setText(m_line.line);
    m_kind->setCurrentIndex(int(m_line.kind));
    m_manner->setCurrentIndex(int(m_line.rule));
    m_mannerRoom->setVisible(m_line.kind != StepKind::Circulate || m_line.rule != StepRule::All);
    m_countRoom->setVisible(m_line.rule == StepRule::Count);
    m_count->setMaximum(std::max(m_line.count, kMostCount)); // a rule may have more than one types
    m_count->setValue(std::max(m_line.count, 1));
    m_objection->setCurrentIndex(int(m_line.objection));
    m_objection->setVisible(m_line.kind == StepKind::Consult || m_line.objection != Objection::Returns);
    m_apart->setChecked(m_line.apart);
    m_apart->setVisible(m_line.kind == StepKind::Examine || m_line.apart);
    showText(*m_why, m_line.why.ja);
    showText(*m_whyEnglish, m_line.why.en);
    fillWho(book, words);
    m_when->setCondition(m_line.when, words, !m_rule.top.empty(), book.office);
    fillGround(words);
}

/// Hundreds of posts and people: not with every key.
void LineEditor::offerWho(const RuleBook &book, const RuleWords &words)
{
    const bool english = englishWording();
    Offer offer{m_rule.form, words.form().revision, book.office, m_rule.table.has_value(), m_line.kind, english};
    if (offer == m_offer)
        return;
    m_offer = std::move(offer);
    std::vector<ChosenList::Entry> entries;
    const auto add = [&](const Selector &who) { entries.push_back({keyOf(who), words.who(who).text(english), {}}); };
    if (m_rule.table && m_line.kind == StepKind::Decide)
        add({Selector::Kind::Table, SectionLevel::Unit, u"decider"_s});
    if (m_rule.table && m_line.kind == StepKind::Consult)
        add({Selector::Kind::Table, SectionLevel::Unit, u"consulted"_s});
    for (const FieldDefinition &field : words.form().fields) {
        if ((field.kind == FieldKind::PostRef || field.kind == FieldKind::StaffRef) && !field.confidential)
            add({Selector::Kind::Field, SectionLevel::Unit, field.key});
    }
    const std::vector<ChosenList::Entry> rest = officeEntries(*book.office, words);
    entries.insert(entries.end(), rest.begin(), rest.end());
    m_who->setEntries(std::move(entries));
}

void LineEditor::fillWho(const RuleBook &book, const RuleWords &words)
{
    const bool english = englishWording();
    offerWho(book, words);
    QStringList keys;
    for (const Selector &who : m_line.who)
        keys.append(keyOf(who));
    m_who->setChosen(keys, [&](const QString &key) {
        const auto who = selectorOf(key);
        return who ? words.who(*who).text(english) : key;
    });
}

void LineEditor::fillGround(const RuleWords &words)
{
    std::vector<ChosenList::Entry> entries;
    for (const FieldDefinition &field : words.form().fields) {
        if (field.kind != FieldKind::Computed)
            entries.push_back({field.key, field.label.text(englishWording()), {}});
    }
    entries.push_back({u"attachments"_s, tr("Attachments"), {}});
    m_ground->setEntries(std::move(entries));
    m_ground->setChosen(QStringList(m_line.ground.begin(), m_line.ground.end()), [&](const QString &key) {
        return key == "attachments"_L1 ? tr("Attachments") : words.field(key).label.text(englishWording());
    });
}

RuleLine LineEditor::typed() const
{
    RuleLine line = m_line;
    if (const QString code = m_code->text().trimmed(); !code.isEmpty())
        line.line = code;
    line.kind = StepKind(m_kind->currentIndex());
    line.rule = StepRule(m_manner->currentIndex());
    line.objection = Objection(m_objection->currentIndex());
    line.apart = m_apart->isChecked();
    if (line.kind != m_line.kind) { // what the other kind cannot have goes with it
        line.rule = line.kind == StepKind::Circulate ? StepRule::All : line.rule;
        line.objection = line.kind == StepKind::Consult ? line.objection : Objection::Returns;
        line.apart = line.kind == StepKind::Examine && line.apart;
    }
    line.count = line.rule == StepRule::Count ? m_count->value() : 0;
    const auto said = [](const QPlainTextEdit &edit, const QString &before) {
        const QString text = edit.toPlainText().simplified();
        return text == before.simplified() ? before : text; // its blanks stay as they are
    };
    line.why = {said(*m_why, m_line.why.ja), said(*m_whyEnglish, m_line.why.en)};
    if (line.why.en.isEmpty() || line.why.en == m_line.why.ja)
        line.why.en = line.why.ja; // whoever writes no English reads the same in both
    return line;
}

void LineEditor::settle()
{
    if (m_filling)
        return;
    const RuleLine line = typed();
    if (line != m_line)
        Q_EMIT edited(m_at, line);
}

} // namespace kessai
