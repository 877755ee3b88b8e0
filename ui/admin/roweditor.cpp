// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/roweditor.h"

#include "core/services/caseview.h"
#include "ui/formview/timetext.h"
#include "ui/office/officeparts.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/pagebutton.h"
#include "ui/widgets/searchablebox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kActLines = 3;
constexpr int kItemLines = 5;
constexpr int kLineHeight = 26;
constexpr int kKindWidth = 90;
constexpr int kNameWidth = 92;

constexpr qint64 kMostTableYen = 1'000'000'000'000'000;

/// An amount of a table, as somebody types it.
std::optional<qint64> typedYen(const QString &text)
{
    const auto yen = readNumber(text);
    return yen && *yen > 0 && *yen < kMostTableYen ? yen : std::nullopt;
}

QString shownYen(qint64 yen)
{
    return QLocale(QLocale::English).toString(yen);
}

void showTerms(QListWidget &list, const std::vector<DecisionTerm> &terms)
{
    for (const DecisionTerm &term : terms) {
        auto *entry = new QListWidgetItem(term.name.text(englishWording()), &list);
        entry->setData(Qt::UserRole, term.code);
        entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
}

void tick(QListWidget &list, const QStringList &codes)
{
    for (int i = 0; i < list.count(); ++i) {
        QListWidgetItem *entry = list.item(i);
        entry->setCheckState(codes.contains(entry->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

/// The codes that are ticked: those the row has in their order, then the new ones.
QStringList ticked(const QListWidget &list, const QStringList &before)
{
    QStringList now;
    for (int i = 0; i < list.count(); ++i) {
        if (list.item(i)->checkState() == Qt::Checked)
            now.append(list.item(i)->data(Qt::UserRole).toString());
    }
    QStringList kept;
    for (const QString &code : before) {
        if (now.removeOne(code))
            kept.append(code);
    }
    return kept + now;
}

std::optional<DecisionConsult> consultOf(const DecisionRow &row, const Selector &who)
{
    for (const DecisionConsult &consult : row.consults) {
        if (std::find(consult.who.begin(), consult.who.end(), who) != consult.who.end())
            return DecisionConsult{{who}, consult.from, consult.beyond};
    }
    return std::nullopt;
}

} // namespace

RowEditor::RowEditor(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rowEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
}

RowEditor::Line RowEditor::addLine(QVBoxLayout &column, const QString &name, const QString &objectName,
                                   const QStringList &kinds)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::kGap);
    auto *label = new ElidedLabel(name, TextRole::Body, m_body);
    label->setFixedWidth(grown(kNameWidth));
    Line line{new QComboBox(m_body), new QLineEdit(m_body)};
    line.kind->addItems(kinds);
    line.kind->setObjectName(objectName);
    line.kind->setAccessibleName(name);
    line.kind->setFixedWidth(grown(kKindWidth));
    line.amount->setObjectName(QString(objectName + QStringLiteral("Amount")));
    line.amount->setAccessibleName(tr("%1: amount in yen").arg(name));
    line.amount->setAlignment(Qt::AlignRight);
    row->addWidget(label);
    row->addWidget(line.kind);
    row->addWidget(line.amount, 1);
    column.addLayout(row);
    connect(line.kind, &QComboBox::activated, this, &RowEditor::settle);
    connect(line.amount, &QLineEdit::editingFinished, this, &RowEditor::settle);
    return line;
}

QListWidget *RowEditor::addList(QVBoxLayout &column, const QString &name, const char *objectName)
{
    auto *list = new QListWidget(m_body);
    list->setObjectName(QLatin1String(objectName));
    list->setAccessibleName(name);
    column.addWidget(new TextLabel(name, TextRole::Caption, m_body));
    column.addWidget(list);
    connect(list, &QListWidget::itemChanged, this, &RowEditor::settle);
    return list;
}

void RowEditor::rebuild(const DecisionTable &table, const Office &office)
{
    if (m_body) { // somebody may be choosing in it this moment
        layout()->removeWidget(m_body);
        m_body->hide();
        m_body->deleteLater();
    }
    m_levels.clear();
    m_consultLines.clear();
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins({});
    column->setSpacing(metric::kGap);
    m_code = new QLineEdit(m_body);
    m_code->setObjectName(QStringLiteral("rowCode"));
    m_code->setAccessibleName(tr("Code of the row"));
    m_code->setMaxLength(30);
    m_article = new QLineEdit(m_body);
    m_article->setObjectName(QStringLiteral("rowArticle"));
    m_article->setAccessibleName(tr("Article of the rule book"));
    m_article->setMaxLength(200);
    column->addWidget(labelled(tr("Code of the row"), m_code, m_body));
    m_acts = addList(*column, tr("Kinds of case"), "rowActs");
    m_acts->setFixedHeight(grown(kActLines * kLineHeight));
    showTerms(*m_acts, table.acts);
    m_items = addList(*column, tr("Budget items (none ticked: all others)"), "rowItems");
    m_items->setFixedHeight(grown(kItemLines * kLineHeight));
    showTerms(*m_items, table.items);
    column->addWidget(new TextLabel(tr("Decides"), TextRole::Caption, m_body));
    m_levels.resize(table.levels.size());
    for (size_t i = table.levels.size(); i > 0; --i) {
        const DecisionTerm &term = table.levels[i - 1].term;
        m_levels[i - 1] = addLine(*column, term.name.text(englishWording()), QStringLiteral("limit_") + term.code,
                                  {tr("does not"), tr("below"), tr("up to"), tr("everything")});
    }
    column->addWidget(new TextLabel(tr("Consulted"), TextRole::Caption, m_body));
    for (size_t i = 0; i < m_consults.size(); ++i)
        m_consultLines.push_back(addLine(*column, selectorName(m_consults[i], office).text(englishWording()),
                                         QStringLiteral("consult_%1").arg(i),
                                         {tr("is not"), tr("always"), tr("from"), tr("above")}));
    m_more = new QComboBox(m_body);
    m_more->setObjectName(QStringLiteral("consultMore"));
    m_more->addItem(QString());
    for (const Post &post : office.posts())
        addEntry(*m_more, postLabel(office, post.id), post.code);
    makeSearchable(*m_more, tr("Consult another post"));
    column->addWidget(labelled(tr("Consult another post"), m_more, m_body));
    column->addWidget(labelled(tr("Article of the rule book"), m_article, m_body));
    auto *buttons = new QHBoxLayout;
    QPushButton *copy = pageButton(tr("Copy the row"), "copyRow", m_body);
    QPushButton *remove = pageButton(tr("Remove the row"), "removeRow", m_body);
    setButtonKind(*remove, ButtonKind::Danger);
    buttons->addWidget(copy);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    column->addLayout(buttons);
    layout()->addWidget(m_body);
    for (QLineEdit *edit : {m_code, m_article})
        connect(edit, &QLineEdit::editingFinished, this, &RowEditor::settle);
    connect(m_more, &QComboBox::activated, this, &RowEditor::settle);
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_at); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_at); });
}

void RowEditor::setRow(const DecisionTable &table, size_t at, const Office &office)
{
    const std::vector<Selector> consults = gridOf(table).consults;
    const bool sameShape = m_body && consults == m_consults && table.levels == m_table.levels
        && table.acts == m_table.acts && table.items == m_table.items;
    m_table = table;
    m_at = at;
    m_filling = true; // nobody types while it is made
    if (!sameShape) {
        m_consults = consults;
        rebuild(table, office);
    }
    fill();
}

void RowEditor::takeFocus()
{
    if (m_code)
        m_code->setFocus(Qt::OtherFocusReason);
}

void RowEditor::fill()
{
    const DecisionRow &row = m_table.rows.at(m_at);
    m_code->setText(row.row);
    m_article->setText(row.article.ja);
    tick(*m_acts, row.acts);
    tick(*m_items, row.items);
    const auto show = [](const Line &line, int kind, std::optional<qint64> yen) {
        line.kind->setCurrentIndex(kind);
        line.amount->setText(yen ? shownYen(*yen) : QString());
        line.amount->setEnabled(yen.has_value());
        setInvalid(*line.amount, false);
    };
    for (size_t i = 0; i < m_levels.size(); ++i) {
        const DecisionLimit &limit = row.limits[i];
        const bool bounded = limit.kind == DecisionLimit::Kind::Below || limit.kind == DecisionLimit::Kind::UpTo;
        show(m_levels[i], int(limit.kind), bounded ? std::optional(limit.amount.amount()) : std::nullopt);
    }
    for (size_t i = 0; i < m_consultLines.size(); ++i) {
        const auto consult = consultOf(row, m_consults[i]);
        const int kind = !consult ? 0 : !consult->from ? 1 : consult->beyond ? 3 : 2;
        show(m_consultLines[i], kind, consult && consult->from ? std::optional(consult->from->amount()) : std::nullopt);
    }
    m_more->setCurrentIndex(0);
    m_filling = false;
}

/// What is typed, as a row; an amount that is none stays what it was, and is outlined.
DecisionRow RowEditor::typed() const
{
    DecisionRow row = m_table.rows.at(m_at);
    if (const QString code = m_code->text().trimmed(); !code.isEmpty() && !code.contains(QLatin1Char('/')))
        row.row = code;
    if (const QString article = m_article->text().trimmed(); !article.isEmpty() && article != row.article.ja)
        row.article = {article, article};
    row.acts = ticked(*m_acts, row.acts);
    row.items = ticked(*m_items, row.items);
    const auto amountIn = [](const Line &line, qint64 before) {
        const auto yen = typedYen(line.amount->text());
        setInvalid(*line.amount, line.amount->isEnabled() && !yen && !line.amount->text().isEmpty());
        return Yen(yen.value_or(before));
    };
    for (size_t i = 0; i < m_levels.size(); ++i) {
        DecisionLimit &limit = row.limits[i];
        limit.kind = DecisionLimit::Kind(m_levels[i].kind->currentIndex());
        if (limit.kind == DecisionLimit::Kind::Below || limit.kind == DecisionLimit::Kind::UpTo) {
            limit.amount = amountIn(m_levels[i], std::max<qint64>(limit.amount.amount(), 500'000));
        } else {
            limit.amount = Yen(0);
            if (limit.kind == DecisionLimit::Kind::None)
                limit.who.reset();
        }
    }
    std::vector<DecisionConsult> consults;
    for (size_t i = 0; i < m_consultLines.size(); ++i) {
        const int kind = m_consultLines[i].kind->currentIndex();
        if (kind == 0)
            continue;
        const auto before = consultOf(row, m_consults[i]);
        const qint64 from = before && before->from ? before->from->amount() : 500'000;
        consults.push_back(
            {{m_consults[i]}, kind == 1 ? std::nullopt : std::optional(amountIn(m_consultLines[i], from)), kind == 3});
    }
    if (m_more->currentIndex() > 0) {
        const Selector who{Selector::Kind::Post, SectionLevel::Unit, m_more->currentData().toString()};
        if (std::find(m_consults.begin(), m_consults.end(), who) == m_consults.end())
            consults.push_back({{who}, std::nullopt, false});
    }
    // Those who are asked alike stand together in the table as it came; nothing changes for that.
    const auto flat = [&](const DecisionRow &of) {
        std::vector<DecisionConsult> all;
        for (const Selector &who : m_consults) {
            if (const auto one = consultOf(of, who))
                all.push_back(*one);
        }
        return all;
    };
    if (consults != flat(row))
        row.consults = std::move(consults);
    return row;
}

void RowEditor::settle()
{
    if (m_filling)
        return;
    const DecisionRow row = typed();
    if (row != m_table.rows.at(m_at))
        Q_EMIT edited(m_at, row);
}

} // namespace kessai
