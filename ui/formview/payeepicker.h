// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formview/fieldeditor.h"

class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QTimer;

namespace kessai {

class TextLabel;

/// Finds a payee while one types: by name, reading, code or registration number, once typing rests. What is typed and nobody's name stays as
/// text, which no form takes.
class PayeePicker final : public FieldEditor {
    Q_OBJECT

public:
    PayeePicker(const FieldDefinition &field, PayeeFinder find, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    /// How long typing has to rest before anybody is asked; 250 ms unless set.
    void setPause(int milliseconds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed();
    void search();
    void offer(const std::vector<PayeeRef> &found);
    void choose(const PayeeRef &payee);
    void say(const QString &note);

    PayeeFinder m_find;
    QLineEdit *m_edit;
    TextLabel *m_note; ///< who is chosen, or why nobody is
    QTimer *m_pause;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    std::vector<PayeeRef> m_found;
    std::optional<PayeeRef> m_payee;
    int m_asked = 0;
};

} // namespace kessai
