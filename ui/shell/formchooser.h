// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace kessai {

class DeskSession;
class TextLabel;
struct FormDefinition;
struct FormVariant;

/// What may be filed, by groups: a form, or a form with the usual filled in. One types a part of what one calls it, in kanji or kana,
/// and presses Enter; the arrow keys walk the list while the keyboard stays where one types.
class FormChooser final : public QWidget {
    Q_OBJECT

public:
    explicit FormChooser(DeskSession &session, QWidget *parent = nullptr);

    /// Shows everything, ready to type.
    void begin();

Q_SIGNALS:
    void chosen(const QString &form, const QJsonObject &fields);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void add(const FormDefinition &form, const FormVariant *variant);
    void narrow();
    void step(int by);
    void choose();

    DeskSession &m_session;
    QLineEdit *m_find;
    QListView *m_list;
    TextLabel *m_none; ///< says that nothing is called as was typed
    QStandardItemModel *m_model;
};

} // namespace kessai
