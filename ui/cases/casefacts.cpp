// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casefacts.h"

#include "core/cases/rule.h"
#include "ui/caseword.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLayoutItem>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kessai {

namespace {

constexpr int kLabelWidth = 100;
constexpr int kShortField = 3; ///< a field this narrow in the form, of twelve columns, is short here as well

struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(kessai::CaseFacts)
};

bool isSeen(const FieldDefinition &field, const CaseView &view)
{
    if (field.visibleWhen.isEmpty())
        return true;
    const auto condition = Condition::fromJson(field.visibleWhen);
    return !condition || condition->holds(view.content.fields);
}

bool isFigure(FieldKind kind)
{
    return kind == FieldKind::Yen || kind == FieldKind::Number || kind == FieldKind::Minutes;
}

QString yenText(qint64 yen)
{
    return FactWords::tr("¥%1").arg(QLocale(QLocale::Japanese).toString(yen));
}

/// What a line says, and comes to.
struct LineRow {
    QStringList cells;
    std::optional<qint64> amount;
};

/// The lines in which anything is written.
std::vector<LineRow> rowsOf(const RepeatedLines &lines, const CaseView &view)
{
    std::vector<LineRow> rows;
    for (size_t line = 0; line < lines.lines.size(); ++line) {
        LineRow row;
        for (const FieldDefinition *field : lines.lines[line])
            row.cells += !isSeen(*field, view) ? QString()
                : view.conceals(*field)        ? concealedText()
                                               : displayText(*field, view.content.fields.value(field->key),
                                                             {*view.office, view.budget}, englishWording());
        if (std::all_of(row.cells.begin(), row.cells.end(), [](const QString &cell) { return cell.isEmpty(); }))
            continue;
        row.amount = lines.amount(line, view.content.fields);
        rows.push_back(std::move(row));
    }
    return rows;
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

QWidget *makeInsight(const Insight &insight, QWidget *parent)
{
    const bool english = englishWording();
    const Token tone = insight.tone == Finding::Severity::Error ? Token::DangerText : Token::WarnText;
    if (insight.limit) {
        MeterView view{.used = insight.used.value_or(0),
                       .added = insight.added.value_or(0),
                       .limit = insight.limit,
                       .usedText = insight.text.text(english),
                       .limitText = insight.limitText.text(english)};
        if (insight.remarkable) {
            // Near a limit, or over it, its words have a line of their own: beside the others there may be no room.
            view.tone = tone;
            view.note = view.used + view.added > *view.limit
                ? FactWords::tr("Over the limit (%1)", "limit").arg(view.limitText)
                : view.limitText;
            view.limitText.clear();
        }
        auto *meter = new MeterBar(parent);
        meter->setView(view);
        return meter;
    }
    auto *label = new TextLabel(insight.text.text(english), TextRole::Body, parent);
    label->setWordWrap(true);
    if (insight.remarkable)
        label->setToken(tone);
    return label;
}

CaseFacts::CaseFacts(QWidget *parent)
    : QWidget(parent), m_insights(new QWidget(this)), m_facts(new QWidget(this)), m_grid(new QGridLayout(m_facts))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, metric::kFieldGap, metric::kCardPadding, metric::kFieldGap);
    layout->setSpacing(metric::kFieldGap);
    auto *insights = new QVBoxLayout(m_insights);
    insights->setContentsMargins({});
    insights->setSpacing(metric::kGap);
    m_insights->hide();
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(metric::kFieldGap);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    layout->addWidget(m_insights);
    layout->addWidget(m_facts);
    layout->addStretch(1);
}

/// Short facts stand two to a row, such as when work begins and ends.
void CaseFacts::addFact(const QString &label, const QString &value, Size size)
{
    if (value.isEmpty())
        return;
    const bool beside = size == Size::Short && std::exchange(m_roomBeside, false);
    if (!beside) {
        ++m_row;
        m_roomBeside = size == Size::Short;
    }
    auto *name = new TextLabel(label, TextRole::Body, m_facts);
    name->setToken(Token::Text2);
    if (!beside)
        name->setFixedWidth(grown(kLabelWidth));
    name->setWordWrap(!beside);
    auto *text = new TextLabel(value, size == Size::Amount ? TextRole::Amount : TextRole::Body, m_facts);
    text->setWordWrap(size != Size::Short);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(label + QLatin1Char(' ') + value);
    if (size == Size::Concealed)
        text->setToken(Token::Text2);
    m_grid->addWidget(name, m_row, beside ? 2 : 0, Qt::AlignTop);
    m_grid->addWidget(text, m_row, beside ? 3 : 1, 1, size == Size::Short ? 1 : 3, Qt::AlignTop);
}

void CaseFacts::addLines(const RepeatedLines &lines, const CaseView &view)
{
    const std::vector<LineRow> rows = rowsOf(lines, view);
    if (rows.empty())
        return;
    auto *table = new QWidget(m_facts);
    table->setObjectName(QStringLiteral("factLines"));
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, metric::kGap, 0, metric::kGap);
    grid->setHorizontalSpacing(metric::kGap);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    const int columns = int(lines.columns.size());
    const auto put = [&](int row, int column, const QString &text, TextRole role, const QString &said) {
        auto *cell = new TextLabel(text, role, table);
        const bool figures = column == columns || isFigure(lines.lines.front()[size_t(column)]->kind);
        cell->setAlignment((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        cell->setWordWrap(column == 0);
        cell->setAccessibleName(said);
        if (role == TextRole::Caption)
            cell->setToken(Token::Text2);
        else
            cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(cell, row, column);
    };
    QStringList heads;
    for (const Bilingual &column : lines.columns)
        heads += column.text(englishWording());
    if (lines.count)
        heads += tr("Amount");
    for (int column = 0; column < heads.size(); ++column)
        put(0, column, heads[column], TextRole::Caption, heads[column]);
    qint64 sum = 0;
    for (size_t row = 0; row < rows.size(); ++row) {
        QStringList cells = rows[row].cells;
        if (lines.count)
            cells += rows[row].amount ? yenText(*rows[row].amount) : QString();
        sum += rows[row].amount.value_or(0);
        for (int column = 0; column < cells.size(); ++column)
            put(int(row) + 1, column, cells[column], TextRole::Body,
                cells[column].isEmpty() ? QString() : heads[column] + QLatin1Char(' ') + cells[column]);
    }
    if (lines.count && rows.size() > 1) {
        const int last = int(rows.size()) + 1;
        put(last, 0, tr("Sum of the lines"), TextRole::Caption, tr("Sum of the lines"));
        put(last, columns, yenText(sum), TextRole::BodyStrong,
            tr("Sum of the lines") + QLatin1Char(' ') + yenText(sum));
    }
    m_roomBeside = false;
    m_grid->addWidget(table, ++m_row, 0, 1, 4);
}

void CaseFacts::show(const CaseView &view)
{
    const bool english = englishWording();
    empty(m_grid);
    m_row = 0;
    m_roomBeside = false;
    empty(m_insights->layout());
    m_insights->hide();
    addFact(tr("Filed by"),
            view.drafterSection.isEmpty()
                ? view.drafterName
                : tr("%1 (%2 %3)").arg(view.drafterName, view.drafterSection, view.drafterTitle));
    for (const HistoryLine &line : view.history) {
        if (line.code != QLatin1String("submitted") || line.round != view.verified.state.round)
            continue;
        if (line.actorName != view.drafterName)
            addFact(tr("Entered by"), line.actorName); // 代理入力
        addFact(tr("Filed on"),
                dayTextWithWeekday(line.at.day()) + line.at.tokyo().toString(QStringLiteral("  HH:mm")));
    }
    for (const FieldChange &change : view.changes) {
        if (change.concealed) {
            addFact(tr("Changed: %1").arg(change.label.text(english)), concealedText(), Size::Concealed);
            continue;
        }
        const QString before = change.before.text(english);
        const QString after = change.after.text(english);
        addFact(tr("Changed: %1").arg(change.label.text(english)),
                tr("%1 → %2").arg(before.isEmpty() ? tr("(empty)") : before, after.isEmpty() ? tr("(empty)") : after));
    }
    if (view.record.amount)
        addFact(tr("Amount"), tr("¥%1").arg(QLocale(QLocale::Japanese).toString(*view.record.amount)), Size::Amount);
    const std::vector<RepeatedLines> lines = repeatedLines(view.definition);
    for (const FieldDefinition &field : view.definition.fields) {
        const auto of =
            std::find_if(lines.begin(), lines.end(), [&field](const RepeatedLines &one) { return one.has(field.key); });
        if (of != lines.end()) {
            if (of->lines.front().front() == &field)
                addLines(*of, view);
            continue;
        }
        if (view.record.amount && field.key == QLatin1String("amount") && field.kind == FieldKind::Yen
            && view.content.fields.value(field.key).toInteger() == *view.record.amount)
            continue; // above, larger; the price of one thing, or what it was before, may be the same sum and says something else
        if (!isSeen(field, view))
            continue;
        if (view.conceals(field)) {
            addFact(field.label.text(english), concealedText(), Size::Concealed);
            continue;
        }
        const QString value = field.kind == FieldKind::Computed
            ? view.computed.value(field.key).text(english)
            : displayText(field, view.content.fields.value(field.key), {*view.office, view.budget}, english);
        if (value == view.record.title)
            continue; // the heading says it
        addFact(field.label.text(english), value, field.width <= kShortField ? Size::Short : Size::Normal);
    }
}

void CaseFacts::showInsights(const std::vector<Insight> &insights)
{
    empty(m_insights->layout());
    for (const Insight &insight : insights)
        m_insights->layout()->addWidget(makeInsight(insight, m_insights));
    m_insights->setVisible(!insights.empty());
}

void CaseFacts::putFirst(const Insight &insight)
{
    static_cast<QVBoxLayout *>(m_insights->layout())->insertWidget(0, makeInsight(insight, m_insights));
    m_insights->show();
}

} // namespace kessai
