// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QComboBox;
class QVBoxLayout;

namespace kessai {

/// Some of many things, chosen one after the other in a box that finds them by typing; each stands above the box with a button that takes it
/// out again.
class ChosenList final : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString key;
        QString text;
        QString reading; ///< found by it as well
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    /// `add` is what the box is for: "Ask somebody".
    ChosenList(const QString &add, const char *objectName, QWidget *parent);

    void setEntries(std::vector<Entry> entries);
    /// What is chosen, with the words for what is no entry.
    void setChosen(const QStringList &keys, const std::function<QString(const QString &)> &textOf);
    const QStringList &chosen() const { return m_chosen; }

Q_SIGNALS:
    void edited(const QStringList &keys);

private:
    void showRows(const std::function<QString(const QString &)> &textOf);

    std::vector<Entry> m_entries;
    QStringList m_chosen;
    QStringList m_shown; ///< the words of the rows
    QVBoxLayout *m_rows;
    QComboBox *m_box;
};

} // namespace kessai
