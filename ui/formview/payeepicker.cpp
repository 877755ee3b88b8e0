// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/payeepicker.h"

#include "ui/errortext.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/textlabel.h"
#include "ui/wording.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kSearchPause = 250;
constexpr int kListMargin = 28; ///< for the bar that scrolls it

/// What the line below the field says of whoever is chosen.
QString detailText(const PayeeRef &payee)
{
    QStringList parts{PayeePicker::tr("Code %1").arg(payee.code), payeeKindName(payee.kind).text(englishWording()),
                      PayeePicker::tr("Account %1").arg(payee.account)};
    if (payee.holderDiffers)
        parts.append(PayeePicker::tr("paid to somebody else by mandate"));
    if (!payee.registration.isEmpty())
        parts.append(payee.registration);
    return parts.join(QStringLiteral(" ・ "));
}

} // namespace

PayeePicker::PayeePicker(const FieldDefinition &field, PayeeFinder find, QWidget *parent)
    : FieldEditor(parent), m_find(std::move(find)), m_edit(new QLineEdit(this)),
      m_note(new TextLabel(TextRole::Caption, this)), m_pause(new QTimer(this)), m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
    const QString hint = field.hint.text(englishWording());
    m_edit->setObjectName(QStringLiteral("field_") + field.key);
    m_edit->setAccessibleName(field.label.text(englishWording()));
    m_edit->setAccessibleDescription(hint);
    m_edit->setPlaceholderText(hint.isEmpty() ? tr("Name, reading, code or registration number") : hint);
    m_edit->setMinimumHeight(metric::kControlHeight);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_note->setWordWrap(true);
    m_note->hide();
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Payees found"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(kSearchPause);
    connect(m_edit, &QLineEdit::textEdited, this, &PayeePicker::typed);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (!m_payee && !m_edit->text().trimmed().isEmpty())
            Q_EMIT edited(); // whoever leaves without choosing hears of it
    });
    connect(m_pause, &QTimer::timeout, this, &PayeePicker::search);
    connect(m_completer, QOverload<const QModelIndex &>::of(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                if (index.isValid() && size_t(index.row()) < m_found.size())
                    choose(m_found[size_t(index.row())]);
            });
}

QJsonValue PayeePicker::value() const
{
    if (m_payee)
        return m_payee->toJson();
    return m_edit->text().trimmed().isEmpty() ? QJsonValue() : QJsonValue(m_edit->text());
}

void PayeePicker::setValue(const QJsonValue &value)
{
    ++m_asked; // what was asked before is about another text
    m_pause->stop();
    m_payee = PayeeRef::fromJson(value);
    m_edit->setText(m_payee ? m_payee->name : value.toString());
    say(m_payee ? detailText(*m_payee) : QString());
}

void PayeePicker::setPause(int milliseconds)
{
    m_pause->setInterval(milliseconds);
}

/// Down looks for what is typed, as a list that opens.
bool PayeePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && !m_completer->popup()->isVisible()) {
        m_pause->stop();
        search();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void PayeePicker::typed()
{
    m_payee.reset();
    m_completer->popup()->hide();
    say({});
    ++m_asked;
    m_pause->start();
    Q_EMIT edited();
}

void PayeePicker::search()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() || !m_find)
        return;
    const int asked = ++m_asked;
    m_find(text).then(this, [this, asked](const Result<std::vector<PayeeRef>> &found) {
        if (asked != m_asked)
            return;
        if (found)
            offer(*found);
        else
            say(errorText(found.error()).both());
    });
}

void PayeePicker::offer(const std::vector<PayeeRef> &found)
{
    m_found = found;
    m_model->clear();
    for (const PayeeRef &payee : found) {
        auto *item = new QStandardItem(payeeText(payee).text(englishWording()));
        item->setToolTip(detailText(payee));
        m_model->appendRow(item);
    }
    if (found.empty())
        say(tr("No payee is found. The accounting section registers them."));
    else if (found.size() >= size_t(kMostPayeesFound))
        say(tr("There are more than these: type more of the name."));
    else if (!m_payee)
        say({});
    if (found.empty() || !m_edit->hasFocus())
        return;
    // As wide as the names need, whose accounts stand last.
    const QAbstractItemView *list = m_completer->popup();
    const int wide = list->sizeHintForColumn(0) + 2 * list->frameWidth() + grown(kListMargin);
    m_completer->complete(QRect(0, 0, std::max(m_edit->width(), wide), m_edit->height()));
}

void PayeePicker::choose(const PayeeRef &payee)
{
    m_payee = payee;
    m_edit->setText(payee.name);
    say(detailText(payee));
    Q_EMIT edited();
}

void PayeePicker::say(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace kessai
