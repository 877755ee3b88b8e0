// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/parameterwording.h"
#include "core/services/desk.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class DeskSession;
class FieldEditor;
class ParameterDraft;
class SecondPress;
class TextLabel;

/// One number of the office: all its values with their days and sources, and the next one as it is written.
class ParameterPanel final : public QWidget {
    Q_OBJECT

public:
    ParameterPanel(DeskSession &session, ParameterDraft &draft, QWidget *parent);

    /// Shows another number, or the same as it is now; none empties the panel.
    void show(const ParameterWord *word);
    void takeFocus();

private:
    void showValues();
    void makeEditor();
    void put();
    /// The value as it is typed; none where it is none.
    std::optional<qint64> typed() const;
    void setTyped(qint64 value);
    void sayMissing();
    /// Hours may be meant where what is typed is less than a tenth of a span of hours.
    bool mayMeanHours() const;

    DeskSession &m_session;
    ParameterDraft &m_draft;
    std::optional<ParameterWord> m_word;
    Card *m_card;
    TextLabel *m_name;
    QVBoxLayout *m_values;
    Card *m_editCard;
    QVBoxLayout *m_editorRoom;
    FieldEditor *m_editor = nullptr;
    TextLabel *m_range;
    DateEdit *m_from;
    QLineEdit *m_source;
    TextLabel *m_note;
    QPushButton *m_put;
    SecondPress *m_asking;         ///< whether what is typed is meant
    std::optional<qint64> m_asked; ///< of which value
    QDate m_lastDay;               ///< the day written last, which the next change begins with
};

} // namespace kessai
