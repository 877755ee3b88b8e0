// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchablebox.h"

#include "core/base/textfold.h"
#include "ui/theme/controls.h"
#include "ui/theme/typescale.h"
#include "ui/widgets/enddots.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <utility>
#include <vector>

namespace kessai {

namespace {

/// What an entry is found by, folded.
constexpr int kFoundBy = Qt::UserRole + 1;
/// Of so many characters of a text each may be the first of what is typed; of longer ones nobody remembers the end.
constexpr qsizetype kPlaces = 100;
constexpr int kListPadding = 44; ///< beside the words of a list: its margins and a scroll bar
constexpr int kWidestList = 440;

/// An entry's text, folded.
constexpr int kFoldedText = Qt::UserRole + 2;

/// The entries in the order they are suggested: first those whose text begins with what is typed, then those whose name, before what stands in
/// brackets, has it, then those found by something else.
class RankedEntries final : public QSortFilterProxyModel {
public:
    explicit RankedEntries(QComboBox &box) : QSortFilterProxyModel(&box)
    {
        setSourceModel(box.model());
        sort(0);
    }
    void rank(const QString &typed)
    {
        m_typed = foldText(typed);
        invalidate();
    }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const int one = rankOf(left), other = rankOf(right);
        return one == other ? left.row() < right.row() : one < other;
    }

private:
    int rankOf(const QModelIndex &entry) const
    {
        if (m_typed.isEmpty())
            return 0;
        const qsizetype at = entry.data(kFoldedText).toString().indexOf(m_typed);
        if (at <= 0)
            return at == 0 ? 0 : 2;
        const QString text = entry.data(Qt::DisplayRole).toString();
        static const QRegularExpression bracket(QStringLiteral("[（(]"));
        const qsizetype name = text.indexOf(bracket);
        return name < 0 || foldText(text.left(name)).contains(m_typed) ? 1 : 2;
    }

    QString m_typed;
};

/// Looks in what entries are found by, and shows and writes their texts.
class FoldedCompleter final : public QCompleter {
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex &index) const override { return index.data(Qt::DisplayRole).toString(); }
    QStringList splitPath(const QString &path) const override { return {soughtBy(path)}; }
};

/// A text longer than the box is read from its beginning, where its number stands; typing replaces it.
void showBeginning(QComboBox &box)
{
    if (isUnsettled(box))
        return; // what is being typed is left alone
    box.lineEdit()->end(false);
    box.lineEdit()->home(box.hasFocus());
}

/// Lists are as wide as what they offer: who is meant must be read before they are chosen.
void widenLists(QComboBox &box)
{
    const QFontMetrics metrics(box.view()->font());
    int widest = 0;
    for (int i = 0; i < box.count(); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(box.itemText(i)));
    const int width = std::min(widest + kListPadding, grown(kWidestList));
    for (QAbstractItemView *list : {box.view(), box.completer()->popup()})
        list->setMinimumWidth(width);
}

/// Selects the whole text of a box that is entered, so that typing replaces it instead of adding to it.
class SelectOnEntry final : public QObject {
public:
    explicit SelectOnEntry(QComboBox &box) : QObject(&box), m_box(box)
    {
        box.installEventFilter(this);
        box.lineEdit()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_box && event->type() == QEvent::FocusIn) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            widenLists(m_box);
            m_entered = reason == Qt::MouseFocusReason;
            if (!m_entered && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                QMetaObject::invokeMethod(this, &SelectOnEntry::select, Qt::QueuedConnection);
        }
        // Whoever looks something up in another window finds the cursor, and what was selected, where they left it.
        if (watched == &m_box && event->type() == QEvent::FocusOut && !isUnsettled(m_box)) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                m_box.lineEdit()->setCursorPosition(0);
        }
        // Pressing the button puts the cursor somewhere; what is selected after it is let go stays selected.
        if (watched == m_box.lineEdit() && event->type() == QEvent::MouseButtonRelease
            && std::exchange(m_entered, false) && !m_box.lineEdit()->hasSelectedText())
            QMetaObject::invokeMethod(this, &SelectOnEntry::select, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    void select()
    {
        if (m_box.hasFocus())
            showBeginning(m_box);
    }

    QComboBox &m_box;
    bool m_entered = false;
};

/// The entries a text may stand for: the one that reads exactly so, or all that have it somewhere.
std::vector<int> entriesOf(const QComboBox &box, const QString &text)
{
    if (text.isEmpty())
        return {0};
    if (const int exact = box.findText(text, Qt::MatchFixedString); exact >= 0)
        return {exact};
    const QString wanted = soughtBy(text);
    std::vector<int> found;
    for (int i = 1; i < box.count() && !wanted.isEmpty(); ++i) {
        if (box.itemData(i, kFoundBy).toString().contains(wanted))
            found.push_back(i);
    }
    return found;
}

} // namespace

void addEntry(QComboBox &box, const QString &text, const QVariant &data, const QString &reading)
{
    box.addItem(text, data);
    box.setItemData(box.count() - 1, foundBy(text, reading), kFoundBy);
    box.setItemData(box.count() - 1, foldText(text), kFoldedText);
}

QString foundBy(const QString &text, const QString &reading)
{
    static const QRegularExpression gaps(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    QString places;
    const auto add = [&places](QStringView place) { places += QLatin1Char('\n') + place; };
    // A reading is found from the beginning of a word: やまだ is no part of おやま だいすけ.
    QStringList words;
    for (const QString &word : reading.split(gaps, Qt::SkipEmptyParts))
        words += foldText(word);
    for (; !words.isEmpty(); words.removeFirst())
        add(words.join(QString()));
    const QString folded = foldText(text);
    for (qsizetype at = 0; at < std::min(folded.size(), kPlaces); ++at)
        add(QStringView(folded).mid(at));
    return places;
}

QString soughtBy(const QString &typed)
{
    const QString folded = foldText(typed);
    return folded.isEmpty() ? folded : QLatin1Char('\n') + folded;
}

bool isUnsettled(const QComboBox &box)
{
    return box.isEditable() && box.currentText() != box.itemText(box.currentIndex());
}

QString unsettledText(const QComboBox &box)
{
    const QString text = box.currentText().trimmed();
    const int fitting = int(entriesOf(box, text).size());
    return fitting == 0
        ? QCoreApplication::translate("kessai::SearchableBox", "“%1” is not in the list. Choose an entry.").arg(text)
        : QCoreApplication::translate("kessai::SearchableBox", "“%1” fits %n entries. Choose one.", nullptr, fitting)
              .arg(text);
}

bool settleTyped(QComboBox &box)
{
    if (!isUnsettled(box))
        return true;
    const int before = box.currentIndex();
    const QString typed = box.currentText();
    const std::vector<int> fitting = entriesOf(box, typed.trimmed());
    const bool settled = fitting.size() == 1;
    box.setCurrentIndex(settled ? fitting.front() : -1);
    if (!settled)
        box.setEditText(typed);
    setInvalid(box, !settled);
    box.setToolTip(settled ? QString() : unsettledText(box));
    if (box.currentIndex() != before)
        Q_EMIT box.activated(box.currentIndex());
    return settled;
}

void makeSearchable(QComboBox &box, const QString &name)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    auto *ranked = new RankedEntries(box);
    QObject::connect(box.lineEdit(), &QLineEdit::textEdited, ranked, &RankedEntries::rank); // before it is looked for
    auto *completer = new FoldedCompleter(ranked, &box);
    completer->setCompletionRole(kFoundBy);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    // The box would take the row of a suggestion, which stands elsewhere, for one of its own.
    box.setCompleter(nullptr);
    box.lineEdit()->setCompleter(completer);
    completer->setWidget(&box);
    QObject::connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), &box,
                     [&box, completer, ranked](const QModelIndex &index) {
                         const auto *found = qobject_cast<const QAbstractProxyModel *>(completer->completionModel());
                         box.setCurrentIndex(ranked->mapToSource(found->mapToSource(index)).row());
                         Q_EMIT box.activated(box.currentIndex());
                     });
    box.lineEdit()->setAccessibleName(name);
    new SelectOnEntry(box);
    endWithDots(*box.lineEdit());
    QObject::connect(box.lineEdit(), &QLineEdit::editingFinished, &box, [&box, completer] {
        // Enter on a suggestion comes here first, and chooses that suggestion next.
        if (!completer->popup()->isVisible() || !completer->popup()->currentIndex().isValid())
            settleTyped(box);
    });
    // Space opens the list where one is, as in any other box; what is suggested for it would begin with no choice at all.
    QObject::connect(
        box.lineEdit(), &QLineEdit::textEdited, &box,
        [&box, completer](const QString &text) {
            if (text.isEmpty() || !text.trimmed().isEmpty())
                return;
            completer->popup()->hide();
            box.setEditText(box.itemText(box.currentIndex()));
            box.showPopup();
        },
        Qt::QueuedConnection);
    // Picked from the list, or put there by the program.
    QObject::connect(&box, &QComboBox::currentIndexChanged, &box, [&box](int index) {
        if (index >= 0) {
            setInvalid(box, false);
            box.setToolTip({});
            QMetaObject::invokeMethod(
                &box, [&box] { showBeginning(box); }, Qt::QueuedConnection);
        }
    });
}

void emptyChoice(QComboBox &box)
{
    const auto empty = [&box] {
        box.setCurrentIndex(0);
        box.clearEditText();
    };
    empty();
    QMetaObject::invokeMethod(&box, empty,
                              Qt::QueuedConnection); // the list of suggestions writes what was chosen after it
}

} // namespace kessai
